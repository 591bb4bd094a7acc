import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { DeviceSay } from '../../i18n/device/index.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './DevicePage.module.css';

interface InspectorProps<Chosen> {
  readonly title: string;
  readonly say: DeviceSay;
  readonly list: (choose: (chosen: Chosen) => void) => ReactNode;
  readonly detail: (chosen: Chosen) => ReactNode;
  readonly onBack: () => void;
}

/** Inside the device page: a list, and from it one of its entries. */
export function Inspector<Chosen>({ title, say, list, detail, onBack }: InspectorProps<Chosen>) {
  const [chosen, setChosen] = useState<Chosen>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [chosen]);
  return (
    <>
      <div className={styles.choices}>
        <Button kind="quiet" onClick={() => (chosen === undefined ? onBack() : setChosen(undefined))}>
          {say('queue.back')}
        </Button>
        <h3 ref={heading} className={styles.title} tabIndex={-1}>
          {title}
        </h3>
      </div>
      {chosen === undefined ? list(setChosen) : detail(chosen)}
    </>
  );
}
