import type { Formats } from '../format/formats.ts';
import { useConsole } from '../settings/consoleContext.ts';
import type { ShownHour } from './dayOfHours.ts';
import styles from './HourTable.module.css';
import { hourText } from './hourTip.ts';

interface HourTableProps {
  readonly hours: readonly ShownHour[];
  readonly formats: Formats;
}

/** The same hours in words and numbers, as far as the day has come. */
export function HourTable({ hours, formats }: HourTableProps) {
  const { say } = useConsole();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{say('hours.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('hours.hour')}</th>
          <th scope="col">{say('csat.title')}</th>
          <th scope="col">{say('hours.interval')}</th>
          <th scope="col">{say('hours.answers')}</th>
        </tr>
      </thead>
      <tbody>
        {hours
          .filter(({ ahead }) => !ahead)
          .map(({ from, csat: { value, low, high, n } }) => (
            <tr key={from}>
              <th scope="row">{hourText(from, formats)}</th>
              <td>{value === null ? say('hours.noneAt') : formats.precise(value)}</td>
              <td>{low === null || high === null ? '–' : formats.interval(low, high)}</td>
              <td>{formats.count(n)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
