import { Button } from '@mantine/core';
import type { Conflict } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import table from '../frame/Table.module.css';
import { FailedNote } from '../people/FailedNote.tsx';
import { ProblemNote } from '../people/ProblemNote.tsx';
import { refusalOf } from '../server/refusedRequest.ts';
import { useChoice, useConflict } from '../server/useInbox.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { textIn } from '../surveys/textIn.ts';
import { CorrectionList } from './CorrectionList.tsx';
import styles from './Inbox.module.css';
import { RawView } from './RawView.tsx';

const MOMENTS: readonly string[] = ['startedAt', 'finishedAt'];
const CHOICES = ['first', 'second', 'both'] as const;

/** Two that came under one id, side by side; which of them counts is a person's choice. */
export function ConflictPanel({ item, formats }: { readonly item: number; readonly formats: Formats }) {
  const { say } = useConsole();
  const found = useConflict(item);
  const choice = useChoice(item);
  if (found.data === undefined) {
    if (found.isError) return <FailedNote error={found.error} onTryNow={() => void found.refetch()} />;
    return <p role="status">{say('inbox.loading')}</p>;
  }
  const { first, second, rows, corrections, item: shown } = found.data;
  return (
    <div className={styles.panel}>
      <p>{say('inbox.conflict.why')}</p>
      <CorrectionList corrections={corrections} formats={formats} />
      {rows.length === 0 ? (
        <>
          <RawView label={say('inbox.side.first')} raw={first.raw} formats={formats} />
          <RawView label={say('inbox.side.second')} raw={second.raw} formats={formats} />
        </>
      ) : (
        <Sides conflict={found.data} formats={formats} />
      )}
      {choice.isError && <ProblemNote refusal={refusalOf(choice.error)} />}
      {shown.choice !== null && <p role="status">{say(`inbox.chosen.${shown.choice}`)}</p>}
      <div className={styles.buttons}>
        {CHOICES.map((one) => (
          <Button
            key={one}
            variant="default"
            disabled={shown.choice === one}
            loading={choice.isPending}
            onClick={() => choice.mutate(one)}
          >
            {say(`inbox.choice.${one}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

function Sides({ conflict, formats }: { readonly conflict: Conflict; readonly formats: Formats }) {
  const { say, language } = useConsole();
  const shown = (name: string, value: string | null): string => {
    if (value === null) return '–';
    return MOMENTS.includes(name) && Number.isFinite(Number(value))
      ? formats.dayAndClock(Number(value))
      : value;
  };
  return (
    <table role="table" className={table.table}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {say('inbox.column.said')}
          </th>
          {(['first', 'second'] as const).map((side) => (
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
        {conflict.rows.map(({ name, label, first, second, differs }) => (
          <tr key={name} role="row" className={differs ? (styles.differs ?? '') : ''}>
            <th role="rowheader" scope="row">
              {textIn(label, language, '') || name}
              {differs && (
                <span className={`${styles.hint ?? ''} ${styles.mark ?? ''}`}>≠ {say('inbox.differs')}</span>
              )}
            </th>
            <td role="cell" data-label={say('inbox.side.first')} className={styles.value}>
              {shown(name, first)}
            </td>
            <td role="cell" data-label={say('inbox.side.second')} className={styles.value}>
              {shown(name, second)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
