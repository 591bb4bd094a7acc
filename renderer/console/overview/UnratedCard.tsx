import type { OverviewHour } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { Card } from '../frame/Card.tsx';
import { EmptyNote } from '../frame/EmptyNote.tsx';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './UnratedCard.module.css';

interface UnratedCardProps {
  readonly hours: readonly OverviewHour[];
  readonly formats: Formats;
}

/** For a survey without a smiley question: what is missing and why, and how many people answered when. */
export function UnratedCard({ hours, formats }: UnratedCardProps) {
  const { say } = useConsole();
  const heard = hours.filter(({ responses }) => responses > 0);
  const [first, last] = [
    hours.findIndex((hour) => heard.includes(hour)),
    hours.findLastIndex((hour) => heard.includes(hour)),
  ];
  const most = Math.max(1, ...heard.map(({ responses }) => responses));
  return (
    <Card title={say('overview.responsesByHour')}>
      <EmptyNote title={say('overview.unrated')} hint={say('overview.unratedHint')} />
      {heard.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('hours.hour')}</th>
              <th scope="col">{say('responses.title')}</th>
            </tr>
          </thead>
          <tbody>
            {hours.slice(first, last + 1).map(({ from, responses }) => (
              <tr key={from}>
                <th scope="row">{formats.clock(from)}</th>
                <td>
                  <span
                    aria-hidden="true"
                    className={styles.bar}
                    style={{ inlineSize: `${(80 * responses) / most}%` }}
                  />
                  {formats.count(responses)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
