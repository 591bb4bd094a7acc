import type { Quarantined } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './Inbox.module.css';

interface RawViewProps {
  readonly label: string;
  readonly raw: Quarantined['raw'];
  readonly formats: Formats;
  /** Shown at once, and not only on demand. */
  readonly open: boolean;
}

/** What came, letter by letter, in a field of its own that can be scrolled by keyboard. */
export function RawView({ label, raw, formats, open }: RawViewProps) {
  const { say } = useConsole();
  return (
    <details open={open}>
      <summary className={styles.summary}>
        {label} · {say('inbox.bytes', { count: raw.bytes, n: formats.count(raw.bytes) })}
        {raw.cut && ` · ${say('inbox.cut')}`}
      </summary>
      <pre className={styles.raw} role="region" tabIndex={0} aria-label={label}>
        {raw.text}
      </pre>
    </details>
  );
}
