import { useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import type { CardProps } from './cardProps.ts';
import styles from './Queue.module.css';

/** Entries on a page. */
export const PAGE = 20;

interface PagesProps extends Pick<CardProps, 'language' | 'say'> {
  readonly skip: number;
  readonly total: number;
  readonly onSkip: (skip: number) => void;
}

/** Which part of a list is shown, and the way to the others. */
export function Pages({ skip, total, language, say, onSkip }: PagesProps) {
  const place = useRef<HTMLParagraphElement>(null);
  const last = Math.max(0, Math.ceil(total / PAGE) - 1) * PAGE;
  const write = (value: number): string => new Intl.NumberFormat(language).format(value);
  const turn = (key: 'first' | 'earlier' | 'later' | 'last', to: number) => (
    <Button
      disabled={to === skip}
      onClick={() => {
        onSkip(to);
        // There its own button goes out, and would take the focus with it.
        if (to === 0 || to === last) place.current?.focus();
      }}
    >
      {say(`queue.${key}`)}
    </Button>
  );
  return (
    <div className={styles.turn}>
      {last > 0 && (
        <div className={styles.buttons}>
          {turn('first', 0)}
          {turn('earlier', Math.max(0, skip - PAGE))}
        </div>
      )}
      <p role="status" ref={place} tabIndex={-1}>
        {say('queue.of', {
          from: write(skip + 1),
          to: write(Math.min(total, skip + PAGE)),
          total: write(total),
        })}
      </p>
      {last > 0 && (
        <div className={styles.buttons}>
          {turn('later', Math.min(last, skip + PAGE))}
          {turn('last', last)}
        </div>
      )}
    </div>
  );
}
