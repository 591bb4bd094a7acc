import type { Formats } from '../format/formats.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './DevicesCard.module.css';

interface MomentProps {
  readonly at: number | null;
  readonly formats: Formats;
  readonly now: number;
}

const DAY = 86_400_000;

/** How long ago, and the clock beside it: the one for a glance, the other for a telephone call about it. */
export function Moment({ at, formats, now }: MomentProps) {
  const { say } = useConsole();
  if (at === null) return <span className={styles.quiet}>{say('devices.never')}</span>;
  return (
    <time dateTime={new Date(at).toISOString()}>
      <span>{formats.ago(at, now)}</span>
      <span className={styles.hint}>{now - at < DAY ? formats.clock(at) : formats.dayAndClock(at)}</span>
    </time>
  );
}
