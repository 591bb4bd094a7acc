import { useEffect, useRef } from 'react';
import type { TerminalSay } from '../../i18n/terminal/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Words } from '../frame/Words.tsx';
import styles from './StillThere.module.css';

interface StillThereProps {
  readonly secondsLeft: number;
  /** Something was said already, and will be kept. */
  readonly said: boolean;
  readonly say: TerminalSay;
  readonly onStay: () => void;
}

/** The last seconds before the terminal starts over; a touch anywhere ends them. */
export function StillThere({ secondsLeft, said, say, onStay }: StillThereProps) {
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    stay.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div className={styles.veil}>
      <div
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="still-there"
        aria-describedby="starting-over"
        className={styles.sheet}
      >
        <p className={styles.count} aria-hidden="true">
          {secondsLeft}
        </p>
        <div className={styles.words}>
          <h2 id="still-there" className={styles.question}>
            <Words say={say} text="stillThere" />
          </h2>
          <p id="starting-over" aria-live="polite" className={styles.what}>
            <Words say={say} text={said ? 'startingOver' : 'resettingIn'} values={{ count: secondsLeft }} />
          </p>
        </div>
        <Button lang={say.language} ref={stay} kind="primary" className={styles.stay} onClick={onStay}>
          {say('stillHere')}
        </Button>
      </div>
    </div>
  );
}
