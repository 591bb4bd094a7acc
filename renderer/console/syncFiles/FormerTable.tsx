import { useState } from 'react';
import type { SyncUpload } from '../../../core/protocol/index.ts';
import { Moment } from '../devices/Moment.tsx';
import type { Formats } from '../format/formats.ts';
import { ColumnHeads } from '../frame/ColumnHeads.tsx';
import { Dialog } from '../frame/Dialog.tsx';
import table from '../frame/Table.module.css';
import { useConsole } from '../settings/consoleContext.ts';
import { Downloads } from './Downloads.tsx';
import styles from './FormerTable.module.css';
import { ReportSign, ReportView } from './report/ReportView.tsx';

interface FormerTableProps {
  readonly uploads: readonly SyncUpload[];
  readonly formats: Formats;
  readonly now: number;
}

/** Files that were taken in: who brought each, when, and what came of it. */
export function FormerTable({ uploads, formats, now }: FormerTableProps) {
  const { say } = useConsole();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = uploads.find(({ uploadId }) => uploadId === openId);
  const columns = ['file', 'who', 'when', 'outcome', 'carry'] as const;
  return (
    <>
      <table role="table" className={`${table.table} ${styles.table}`}>
        <ColumnHeads heads={columns.map((name) => say(`sync.column.${name}`))} />
        <tbody role="rowgroup">
          {uploads.map((upload) => (
            <tr key={upload.uploadId} role="row">
              <th role="rowheader" scope="row" className={styles.file}>
                <button type="button" className={styles.name} onClick={() => setOpenId(upload.uploadId)}>
                  {upload.name}
                </button>
                <span className={styles.hint}>{upload.report?.origin?.deviceName}</span>
              </th>
              <td role="cell" data-label={say('sync.column.who')}>
                {upload.startedBy ?? say('sync.folder')}
              </td>
              <td role="cell" data-label={say('sync.column.when')}>
                <Moment at={upload.finishedAt} formats={formats} now={now} />
              </td>
              <td role="cell" data-label={say('sync.column.outcome')}>
                <Outcome upload={upload} formats={formats} />
              </td>
              <td role="cell" data-label={say('sync.column.carry')}>
                <Downloads upload={upload} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Dialog title={open?.name} opened={open !== undefined} onClose={() => setOpenId(null)} size="lg">
        {open?.report && <ReportView report={open.report} formats={formats} />}
      </Dialog>
    </>
  );
}

function Outcome({
  upload: { report },
  formats,
}: Pick<FormerTableProps, 'formats'> & { readonly upload: SyncUpload }) {
  const { say } = useConsole();
  if (report === null) return null;
  const { counts } = report;
  return (
    <>
      <ReportSign report={report} />
      {counts.read > 0 && (
        <span className={styles.hint}>
          {say('sync.outcome', { fresh: formats.count(counts.new), known: formats.count(counts.duplicate) })}
        </span>
      )}
    </>
  );
}
