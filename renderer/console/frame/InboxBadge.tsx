import { useInboxSummary } from '../server/useInbox.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './InboxBadge.module.css';

/** How much waits for a person; nothing where nothing does. */
export function InboxBadge() {
  const { say, language } = useConsole();
  const { data } = useInboxSummary();
  const count = data === undefined ? 0 : data.waiting + data.conflicts + data.late;
  if (count === 0) return null;
  const n = new Intl.NumberFormat(language).format(count);
  return (
    <span className={styles.badge} role="img" aria-label={say('inbox.badge', { count, n })}>
      {n}
    </span>
  );
}
