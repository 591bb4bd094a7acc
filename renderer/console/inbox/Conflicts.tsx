import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ConflictItem } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { ColumnHeads } from '../frame/ColumnHeads.tsx';
import { Card } from '../frame/Card.tsx';
import { Dialog } from '../frame/Dialog.tsx';
import { EmptyNote } from '../frame/EmptyNote.tsx';
import table from '../frame/Table.module.css';
import { useConflicts } from '../server/useInbox.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { ConflictPanel } from './ConflictPanel.tsx';
import styles from './Inbox.module.css';
import { MoreButton } from '../frame/MoreButton.tsx';

/** What came under the id of something else: that nobody has chosen on, or the others. */
export function Conflicts({ formats }: { readonly formats: Formats }) {
  const { say } = useConsole();
  const [settled, setSettled] = useState(false);
  const [open, setOpen] = useState<number | null>(null);
  const pages = useConflicts(settled);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card
      title={say('inbox.view.conflicts')}
      aside={
        <SegmentedControl
          aria-label={say('inbox.column.choice')}
          value={settled ? 'settled' : 'open'}
          onChange={(value) => setSettled(value === 'settled')}
          data={[
            { value: 'open', label: say('inbox.open') },
            { value: 'settled', label: say('inbox.settledToo') },
          ]}
        />
      }
    >
      {pages.data !== undefined && items.length === 0 && (
        <EmptyNote title={say('inbox.none.conflicts')} hint={say('inbox.noneHint.conflicts')} />
      )}
      {items.length > 0 && <ConflictTable items={items} formats={formats} onOpen={setOpen} />}
      <MoreButton pages={pages} />
      <Dialog title={say('inbox.conflict')} opened={open !== null} onClose={() => setOpen(null)} size="xl">
        {open !== null && <ConflictPanel key={open} item={open} formats={formats} />}
      </Dialog>
    </Card>
  );
}

interface ConflictTableProps {
  readonly items: readonly ConflictItem[];
  readonly formats: Formats;
  readonly onOpen: (item: number) => void;
}

function ConflictTable({ items, formats, onOpen }: ConflictTableProps) {
  const { say } = useConsole();
  return (
    <table role="table" className={table.table}>
      <ColumnHeads
        heads={(['device', 'received', 'response', 'choice'] as const).map((name) =>
          say(`inbox.column.${name}`),
        )}
      />
      <tbody role="rowgroup">
        {items.map(({ item, responseId, deviceName, touchpointName, receivedAt, choice }) => (
          <tr key={item} role="row">
            <th role="rowheader" scope="row">
              <button type="button" className={styles.name} onClick={() => onOpen(item)}>
                {deviceName}
              </button>
              <span className={styles.hint}>{touchpointName}</span>
            </th>
            <td role="cell" data-label={say('inbox.column.received')}>
              {formats.dayAndClock(receivedAt)}
            </td>
            <td role="cell" data-label={say('inbox.column.response')}>
              <span className={styles.hint}>{responseId}</span>
            </td>
            <td role="cell" data-label={say('inbox.column.choice')}>
              {choice === null ? say('inbox.open') : say(`inbox.chosen.${choice}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
