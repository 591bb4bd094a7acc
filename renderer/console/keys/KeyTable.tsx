import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ProjectKey } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import table from '../frame/Table.module.css';
import { useConsole } from '../settings/consoleContext.ts';
import { idText } from './idText.ts';
import styles from './Keys.module.css';
import { RevokeDialog } from './RevokeDialog.tsx';

const COLUMNS = ['key', 'state', 'made', 'action'] as const;

/** Latest first. */
export function KeyTable({
  keys,
  formats,
}: {
  readonly keys: readonly ProjectKey[];
  readonly formats: Formats;
}) {
  const { say } = useConsole();
  const [revoking, setRevoking] = useState<string | null>(null);
  return (
    <>
      <table role="table" className={table.table}>
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {say(`keys.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {keys.map(({ keyId, state, madeAt, madeBy, endedAt }) => (
            <tr key={keyId} role="row">
              <th role="rowheader" scope="row" className={styles.id}>
                {idText(keyId)}
              </th>
              <td role="cell" data-label={say('keys.column.state')}>
                {say(`keys.state.${state}`)}
                {endedAt !== null && (
                  <span className={styles.below}>
                    {say('keys.ended', { time: formats.dayAndClock(endedAt) })}
                  </span>
                )}
              </td>
              <td role="cell" data-label={say('keys.column.made')}>
                {formats.dayAndClock(madeAt)}
                <span className={styles.below}>{madeBy}</span>
              </td>
              <td role="cell" data-label={say('keys.column.action')}>
                {state === 'retired' ? (
                  <Button
                    variant="default"
                    aria-label={say('keys.revokeNamed', { key: idText(keyId) })}
                    onClick={() => setRevoking(keyId)}
                  >
                    {say('keys.revoke')}
                  </Button>
                ) : (
                  '–'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <RevokeDialog keyId={revoking} onClose={() => setRevoking(null)} />
    </>
  );
}
