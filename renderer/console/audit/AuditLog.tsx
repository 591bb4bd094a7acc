import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ACTS, type AuditEntry, type AuditQuery } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { ColumnHeads } from '../frame/ColumnHeads.tsx';
import { Card } from '../frame/Card.tsx';
import { EmptyNote } from '../frame/EmptyNote.tsx';
import table from '../frame/Table.module.css';
import styles from '../inbox/Inbox.module.css';
import { MoreButton } from '../frame/MoreButton.tsx';
import { FailedNote } from '../people/FailedNote.tsx';
import { useAudit } from '../server/useInbox.ts';
import { useConsole } from '../settings/consoleContext.ts';
import type { ConsoleSay } from '../words/index.ts';

const COLUMNS = ['when', 'who', 'act', 'subject'] as const;
const CHOICES = ['first', 'second', 'both'] as const;
const DAY = 86_400_000;

/** Who did what, latest first; nothing can be taken out of it. */
export function AuditLog({ formats }: { readonly formats: Formats }) {
  const { say } = useConsole();
  const [filter, setFilter] = useState<AuditQuery>({});
  const pages = useAudit(filter);
  if (pages.isError) return <FailedNote error={pages.error} onTryNow={() => void pages.refetch()} />;
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Card title={say('inbox.view.audit')}>
      <Filters filter={filter} people={pages.data?.pages[0]?.people ?? []} onChange={setFilter} />
      {pages.data !== undefined && entries.length === 0 && <EmptyNote hint={say('audit.none')} />}
      {entries.length > 0 && (
        <table role="table" className={table.table}>
          <ColumnHeads heads={COLUMNS.map((name) => say(`audit.column.${name}`))} />
          <tbody role="rowgroup">
            {entries.map((entry) => (
              <tr key={entry.entry} role="row">
                <td role="cell" data-label={say('audit.column.when')}>
                  {formats.dayAndClock(entry.at)}
                </td>
                <td role="cell" data-label={say('audit.column.who')}>
                  {entry.personName}
                </td>
                <td role="cell" data-label={say('audit.column.act')}>
                  {actText(say, entry.act)}
                  <span className={styles.hint}>{detailText(say, entry)}</span>
                </td>
                <td role="cell" data-label={say('audit.column.subject')} className={styles.value}>
                  <span className={styles.hint}>{entry.subject}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <MoreButton pages={pages} />
    </Card>
  );
}

/** A newer server may record what this console has no words for. */
function actText(say: ConsoleSay, act: string): string {
  const known = ACTS.find((one) => one === act);
  return known === undefined ? act : say(`audit.act.${known}`);
}

function detailText(say: ConsoleSay, { detail }: AuditEntry): string {
  const { why, version, choice, name } = detail;
  const chosen = CHOICES.find((one) => one === choice);
  return [why, version, chosen === undefined ? choice : say(`inbox.chosen.${chosen}`), name]
    .filter((one) => typeof one === 'string')
    .join(', ');
}

interface FiltersProps {
  readonly filter: AuditQuery;
  readonly people: readonly { readonly personId: string; readonly name: string }[];
  readonly onChange: (filter: AuditQuery) => void;
}

function Filters({ filter, people, onChange }: FiltersProps) {
  const { say } = useConsole();
  const change = (name: keyof AuditQuery, value: string | number | null): void => {
    const { [name]: _, ...others } = filter;
    onChange(value === null || value === '' ? others : { ...others, [name]: value });
  };
  const day = (text: string, later: number): number | null => {
    const moment = new Date(`${text}T00:00`).getTime();
    return Number.isFinite(moment) ? moment + later : null;
  };
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={say('audit.column.act')}
        value={filter.act ?? ''}
        onChange={({ currentTarget }) => change('act', currentTarget.value)}
        data={[
          { value: '', label: say('inbox.all') },
          ...ACTS.map((act) => ({ value: act, label: say(`audit.act.${act}`) })),
        ]}
      />
      <NativeSelect
        label={say('audit.column.who')}
        value={filter.personId ?? ''}
        onChange={({ currentTarget }) => change('personId', currentTarget.value)}
        data={[
          { value: '', label: say('inbox.all') },
          ...people.map(({ personId, name }) => ({ value: personId, label: name })),
        ]}
      />
      <TextInput
        type="date"
        label={say('audit.from')}
        onChange={({ currentTarget }) => change('from', day(currentTarget.value, 0))}
      />
      <TextInput
        type="date"
        label={say('audit.until')}
        onChange={({ currentTarget }) => change('until', day(currentTarget.value, DAY))}
      />
    </div>
  );
}
