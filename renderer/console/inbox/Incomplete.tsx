import type { IncompleteItem } from '../../../core/protocol/index.ts';
import { sizeText } from '../fleet/sizeText.ts';
import type { Formats } from '../format/formats.ts';
import { ColumnHeads } from '../frame/ColumnHeads.tsx';
import { Card } from '../frame/Card.tsx';
import { EmptyNote } from '../frame/EmptyNote.tsx';
import { Sign } from '../frame/Sign.tsx';
import table from '../frame/Table.module.css';
import { useIncomplete } from '../server/useInbox.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './Inbox.module.css';
import { MoreButton } from '../frame/MoreButton.tsx';

/** Responses whose photos or other files are still to come, the longest waiting first. */
export function Incomplete({ formats }: { readonly formats: Formats }) {
  const { say } = useConsole();
  const pages = useIncomplete();
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const now = pages.data?.pages[0]?.now ?? 0;
  return (
    <Card title={say('inbox.view.incomplete')}>
      {pages.data !== undefined && items.length === 0 && (
        <EmptyNote title={say('inbox.none.incomplete')} hint={say('inbox.noneHint.incomplete')} />
      )}
      {items.length > 0 && <p className={styles.about}>{say('inbox.incomplete.hint')}</p>}
      {items.length > 0 && <IncompleteTable items={items} now={now} formats={formats} />}
      <MoreButton pages={pages} />
    </Card>
  );
}

interface IncompleteTableProps {
  readonly items: readonly IncompleteItem[];
  /** By the server's clock. */
  readonly now: number;
  readonly formats: Formats;
}

const LATE = { tone: 'warning', path: 'M8 3.5V9M8 12V12.1' } as const;

function IncompleteTable({ items, now, formats }: IncompleteTableProps) {
  const { say } = useConsole();
  const size = (bytes: number): string => sizeText(formats.language, bytes);
  return (
    <table role="table" className={table.table}>
      <ColumnHeads
        heads={(['device', 'missing', 'since', 'response'] as const).map((name) =>
          say(`inbox.column.${name}`),
        )}
      />
      <tbody role="rowgroup">
        {items.map(({ item, responseId, deviceName, touchpointName, receivedAt, isLate, missing }) => (
          <tr key={item} role="row">
            <th role="rowheader" scope="row">
              {deviceName}
              <span className={styles.hint}>{touchpointName}</span>
            </th>
            <td role="cell" data-label={say('inbox.column.missing')}>
              {missing.map(({ name, bytes }) => (
                <div key={name}>
                  {name} ({size(bytes)})
                </div>
              ))}
            </td>
            <td role="cell" data-label={say('inbox.column.since')}>
              {isLate ? <Sign {...LATE}>{formats.ago(receivedAt, now)}</Sign> : formats.ago(receivedAt, now)}
              <span className={styles.hint}>{formats.dayAndClock(receivedAt)}</span>
            </td>
            <td role="cell" data-label={say('inbox.column.response')}>
              <span className={styles.hint}>{responseId}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
