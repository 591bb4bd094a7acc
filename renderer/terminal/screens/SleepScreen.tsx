import type { TerminalSay } from '../../i18n/terminal/index.ts';
import { Words } from '../frame/Words.tsx';
import styles from './SleepScreen.module.css';

interface SleepScreenProps {
  readonly say: TerminalSay;
  /** Somebody touched it and wants to know. */
  readonly told: boolean;
  readonly opensAt: number | undefined;
  /** Of the place, whose clock counts. */
  readonly timezone: string;
}

/** Outside opening hours: dark, and nothing stands long enough in one place to burn in. */
export function SleepScreen({ say, told, opensAt, timezone }: SleepScreenProps) {
  return (
    <main className={styles.night} data-told={told}>
      <div className={styles.words}>
        <h1 className={styles.closed}>
          <Words say={say} text="asleep" />
        </h1>
        <p className={styles.when} role="status">
          {opensAt !== undefined && (
            <Words say={say} text="openAgain" values={{ when: momentIn(say.language, opensAt, timezone) }} />
          )}
        </p>
      </div>
    </main>
  );
}

/** With its date, so that it is right however long the place stays closed. */
const momentIn = (language: string, moment: number, timezone: string): string =>
  new Intl.DateTimeFormat(language, {
    timeZone: timezone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  }).format(moment);
