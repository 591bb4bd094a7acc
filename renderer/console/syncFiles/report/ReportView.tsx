import type { Formats } from '../../format/formats.ts';
import { Sign } from '../../frame/Sign.tsx';
import { useConsole } from '../../settings/consoleContext.ts';
import { countsOf, factsOf, moodOf, stateText, troubleText, type Report } from './reportWords.ts';
import styles from './ReportView.module.css';

interface ReportViewProps {
  readonly report: Report;
  readonly formats: Formats;
}

const SIGNS = {
  well: { tone: 'good', path: 'M3.5 8.5 6.5 11.5 12.5 5' },
  part: { tone: 'warning', path: 'M8 3.5V9M8 12V12.1' },
  ill: { tone: 'danger', path: 'M4 4 12 12M12 4 4 12' },
} as const;

/** What would become, or became, of a sync file: the same words before and after it is taken in. */
export function ReportView({ report, formats }: ReportViewProps) {
  const { say } = useConsole();
  const trouble = troubleText(say, report);
  const isRead = report.state === 'merged' || report.state === 'partly';
  return (
    <div className={styles.report}>
      <p>
        <ReportSign report={report} />
      </p>
      {trouble !== null && <p className={styles.trouble}>{trouble}</p>}
      {isRead && (
        <ul className={styles.counts}>
          {countsOf(report).map(({ name, count }) => (
            <li key={name} data-count={name} data-none={count === 0}>
              <span className={styles.number}>{formats.count(count)}</span>
              <span className={styles.name}>{say(`sync.count.${name}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <dl className={styles.facts}>
        {factsOf(say, formats, report).map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** In a word, with a sign of its own shape. */
export function ReportSign({ report }: { readonly report: Report }) {
  const { say } = useConsole();
  return <Sign {...SIGNS[moodOf(report)]}>{stateText(say, report)}</Sign>;
}
