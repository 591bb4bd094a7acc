import type { Conflict } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import table from '../frame/Table.module.css';
import { useConsole } from '../settings/consoleContext.ts';
import { textIn } from '../surveys/textIn.ts';
import styles from './Inbox.module.css';
import { memberText } from './memberText.ts';

const MOMENTS: readonly string[] = ['startedAt', 'finishedAt'];
const SIDES = ['first', 'second'] as const;

interface SideTableProps {
  readonly conflict: Conflict;
  readonly rows: Conflict['rows'];
  readonly formats: Formats;
}

/** What the first says beside what the second says. */
export function SideTable({ conflict, rows, formats }: SideTableProps) {
  const { say, language } = useConsole();
  const shown = (name: string, value: string | null): string => {
    if (value === null) return '–';
    return MOMENTS.includes(name) && Number.isFinite(Number(value))
      ? formats.dayAndClock(Number(value))
      : value;
  };
  return (
    <table role="table" className={`${table.table ?? ''} ${styles.sides ?? ''}`}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {say('inbox.column.said')}
          </th>
          {SIDES.map((side) => (
            <th key={side} role="columnheader" scope="col">
              {say(`inbox.side.${side}`)}
              <span className={styles.hint}>
                {`${conflict[side].deviceName}, ${formats.dayAndClock(conflict[side].receivedAt)}`}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.name} role="row" className={row.differs ? (styles.differs ?? '') : ''}>
            <th role="rowheader" scope="row">
              {textIn(row.label, language, '') || memberText(say, row.name)}
              {row.differs && <span className={styles.mark}>≠ {say('inbox.differs')}</span>}
            </th>
            {SIDES.map((side) => (
              <td key={side} role="cell" data-label={say(`inbox.side.${side}`)} className={styles.value}>
                {shown(row.name, row[side])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
