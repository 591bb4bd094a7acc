import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Quarantined } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { FailedNote } from '../people/FailedNote.tsx';
import { ProblemNote } from '../people/ProblemNote.tsx';
import { refusalOf } from '../server/refusedRequest.ts';
import { useDecision, useQuarantined } from '../server/useInbox.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { CorrectionList } from './CorrectionList.tsx';
import { DismissForm } from './DismissForm.tsx';
import { FixForm } from './FixForm.tsx';
import styles from './Inbox.module.css';
import { RawView } from './RawView.tsx';
import { reasonKind, reasonText } from './reasonText.ts';

/** One item: why it waits, what came, and what can be done about it. */
export function ItemPanel({ item, formats }: { readonly item: number; readonly formats: Formats }) {
  const { say } = useConsole();
  const found = useQuarantined(item);
  if (found.data === undefined) {
    if (found.isError) return <FailedNote error={found.error} onTryNow={() => void found.refetch()} />;
    return <p role="status">{say('inbox.loading')}</p>;
  }
  const { item: shown, raw, state, corrections } = found.data;
  return (
    <div className={styles.panel}>
      <p>
        {state === 'settled' ? say('inbox.settled') : reasonText(say, shown.reason)}
        <span className={styles.hint}>
          {say('inbox.from', {
            device: shown.deviceName,
            place: shown.touchpointName,
            time: formats.dayAndClock(shown.receivedAt),
          })}
        </span>
      </p>
      {state === 'waiting' && <p>{say(`inbox.do.${reasonKind(shown.reason)}`)}</p>}
      <CorrectionList corrections={corrections} formats={formats} />
      <RawView label={say('inbox.raw')} raw={raw} formats={formats} />
      {state !== 'settled' && <Decisions item={item} found={found.data} />}
    </div>
  );
}

function Decisions({ item, found }: { readonly item: number; readonly found: Quarantined }) {
  const { say } = useConsole();
  const decision = useDecision(item);
  const [shown, setShown] = useState<'fix' | 'dismiss' | null>(null);
  const left = decision.data?.state === 'waiting' ? decision.data.reason : null;
  return (
    <>
      {decision.isError && <ProblemNote refusal={refusalOf(decision.error)} />}
      {left !== null && <p role="status">{say('inbox.still', { reason: reasonText(say, left) })}</p>}
      {shown === 'fix' && found.said !== null && (
        <FixForm
          said={found.said}
          busy={decision.isPending}
          onFix={(fix) => decision.mutate({ act: 'fix', fix })}
        />
      )}
      {shown === 'dismiss' && (
        <DismissForm
          busy={decision.isPending}
          onDismiss={(why) => decision.mutate({ act: 'dismiss', why })}
        />
      )}
      <div className={styles.buttons}>
        {found.state === 'dismissed' ? (
          <Button loading={decision.isPending} onClick={() => decision.mutate({ act: 'bringBack' })}>
            {say('inbox.bringBack')}
          </Button>
        ) : (
          <>
            <Button
              variant="default"
              loading={decision.isPending}
              onClick={() => decision.mutate({ act: 'retry' })}
            >
              {say('inbox.retry')}
            </Button>
            {found.said !== null && (
              <Button variant="default" aria-expanded={shown === 'fix'} onClick={() => setShown('fix')}>
                {say('inbox.fix')}
              </Button>
            )}
            <Button variant="default" aria-expanded={shown === 'dismiss'} onClick={() => setShown('dismiss')}>
              {say('inbox.dismiss')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
