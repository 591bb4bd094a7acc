import type { ReactNode } from 'react';
import { Mark } from '../../ui/Mark.tsx';
import styles from './Frame.module.css';

interface FrameProps {
  /** Where the terminal stands, in the words of the touchpoint. */
  readonly place: string;
  /** Beside the place: the language switch. */
  readonly aside?: ReactNode;
  /** The way on and back, or a quiet line. */
  readonly footer?: ReactNode;
  readonly busy?: boolean;
  readonly children?: ReactNode;
}

/** The page that every screen of the terminal is: a quiet head, one thing to do, the way on. */
export function Frame({ place, aside, footer, busy = false, children }: FrameProps) {
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        <p className={styles.place}>
          <Mark className={styles.mark} />
          <span className={styles.name}>{place}</span>
        </p>
        {aside}
      </header>
      <main className={styles.main} aria-busy={busy}>
        {children}
      </main>
      <footer className={styles.foot}>{footer}</footer>
    </div>
  );
}
