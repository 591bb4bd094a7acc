import { isMembers } from '../../../core/kernel/index.ts';
import type { Quarantined } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './Inbox.module.css';

const KINDS = ['fixed', 'withdrawn', 'dismissed', 'returned', 'kept', 'taken', 'apart'] as const;

interface CorrectionListProps {
  readonly corrections: Quarantined['corrections'];
  readonly formats: Formats;
}

/** What people decided so far, in their order. */
export function CorrectionList({ corrections, formats }: CorrectionListProps) {
  const { say } = useConsole();
  if (corrections.length === 0) return null;
  return (
    <ul className={styles.decided}>
      {corrections.map(({ kind, detail, by, at }, index) => {
        const known = KINDS.find((one) => one === kind);
        const more = inMoreWords(detail);
        return (
          <li key={index}>
            {known === undefined ? kind : say(`inbox.decided.${known}`)}
            {more !== null && `: ${more}`}
            <span className={styles.hint}>{`${by}, ${formats.dayAndClock(at)}`}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** The reason that was given, or by what it is read. */
function inMoreWords({ why, fix }: Quarantined['corrections'][number]['detail']): string | null {
  if (typeof why === 'string') return why;
  if (!isMembers(fix)) return null;
  return [fix['surveyId'], fix['questionnaireVersion']].filter((one) => typeof one === 'string').join(', ');
}
