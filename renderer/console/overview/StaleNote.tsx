import { useConsole } from '../settings/consoleContext.ts';
import styles from './StaleNote.module.css';

/** Above numbers that could not be asked for again: from when they are, and that nothing is lost. */
export function StaleNote({ time }: { readonly time: string }) {
  const { say } = useConsole();
  return (
    <div role="status" className={styles.note}>
      <p className={styles.title}>{say('overview.contactLost', { time })}</p>
      <p>{say('overview.contactLostHint')}</p>
    </div>
  );
}
