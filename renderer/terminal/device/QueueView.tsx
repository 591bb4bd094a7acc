import { useEffect, useRef, useState } from 'react';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import type { EnrolledDevice } from '../../data/readEnrolment.ts';
import type { Definition } from '../../../core/questionnaire/index.ts';
import { Button } from '../../ui/Button.tsx';
import type { CardProps } from './cardProps.ts';
import styles from './DevicePage.module.css';
import { Queue } from './Queue.tsx';
import { QueuedResponse } from './QueuedResponse.tsx';

interface QueueViewProps extends Pick<CardProps, 'language' | 'say'> {
  readonly device: EnrolledDevice;
  readonly storage: DeviceStorage;
  readonly onBack: () => void;
}

/** Inside the device page: the list of what waits, and from it one response. */
export function QueueView({ device, storage, language, say, onBack }: QueueViewProps) {
  const [chosen, setChosen] = useState<number>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [chosen]);
  const definition = device.survey.definition as unknown as Definition;
  return (
    <>
      <div className={styles.choices}>
        <Button kind="quiet" onClick={() => (chosen === undefined ? onBack() : setChosen(undefined))}>
          {say('queue.back')}
        </Button>
        <h3 ref={heading} className={styles.title} tabIndex={-1}>
          {say('queue.title')}
        </h3>
      </div>
      {chosen === undefined ? (
        <Queue storage={storage} language={language} say={say} onChoose={setChosen} />
      ) : (
        <QueuedResponse
          storage={storage}
          definition={definition}
          seq={chosen}
          language={language}
          say={say}
        />
      )}
    </>
  );
}
