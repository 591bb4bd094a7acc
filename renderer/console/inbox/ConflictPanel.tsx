import { Button } from '@mantine/core';
import type { Conflict } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { FailedNote } from '../people/FailedNote.tsx';
import { ProblemNote } from '../people/ProblemNote.tsx';
import { refusalOf } from '../server/refusedRequest.ts';
import { useChoice, useConflict } from '../server/useInbox.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { CorrectionList } from './CorrectionList.tsx';
import styles from './Inbox.module.css';
import { RawView } from './RawView.tsx';
import { SideTable } from './SideTable.tsx';

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
          <RawView label={say('inbox.side.first')} raw={first.raw} formats={formats} open />
          <RawView label={say('inbox.side.second')} raw={second.raw} formats={formats} open />
        </>
      ) : (
        <Sides conflict={found.data} formats={formats} />
      )}
      {choice.isError && <ProblemNote refusal={refusalOf(choice.error)} />}
      <div className={styles.foot}>
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
    </div>
  );
}

type Row = Conflict['rows'][number];

interface SidesProps {
  readonly conflict: Conflict;
  readonly formats: Formats;
}

/** Every answer, and what else differs; the rest on demand. */
function Sides({ conflict, formats }: SidesProps) {
  const { say } = useConsole();
  const isShown = ({ isAnswer, differs }: Row): boolean => isAnswer || differs;
  const same = conflict.rows.filter((row) => !isShown(row));
  return (
    <>
      <SideTable conflict={conflict} rows={conflict.rows.filter(isShown)} formats={formats} />
      {same.length > 0 && (
        <details>
          <summary className={styles.summary}>{say('inbox.same')}</summary>
          <SideTable conflict={conflict} rows={same} formats={formats} />
        </details>
      )}
    </>
  );
}
