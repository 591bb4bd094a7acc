import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Quarantined } from '../../../core/protocol/index.ts';
import { ProblemNote } from '../people/ProblemNote.tsx';
import { refusalOf } from '../server/refusedRequest.ts';
import { useAcceptance, useDecision, type Decision } from '../server/useInbox.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { DismissForm } from './DismissForm.tsx';
import { FixForm } from './FixForm.tsx';
import styles from './Inbox.module.css';
import { reasonKind, reasonText, type ReasonKind } from './reasonText.ts';

interface DecisionsProps {
  readonly item: number;
  readonly found: Quarantined;
}

/** What a person may do about an item: one thing at a time. */
export function Decisions({ item, found }: DecisionsProps) {
  const { say } = useConsole();
  const decision = useDecision(item);
  const [form, setForm] = useState<'fix' | 'dismiss' | null>(null);
  const close = () => setForm(null);
  const decide = (one: Decision) =>
    decision.mutate(one, { onSuccess: ({ state }) => state !== 'waiting' && close() });
  const left = decision.data?.state === 'waiting' ? decision.data.reason : null;
  return (
    <>
      {decision.isError && <ProblemNote refusal={refusalOf(decision.error)} />}
      {left !== null && (
        <p role="status">
          {say(decision.variables?.act === 'takeBack' ? 'inbox.takenBack' : 'inbox.still', {
            reason: reasonText(say, left),
          })}
        </p>
      )}
      {form === 'fix' && found.said !== null && (
        <FixForm
          said={found.said}
          busy={decision.isPending}
          onFix={(fix) => decide({ act: 'fix', fix })}
          onCancel={close}
        />
      )}
      {form === 'dismiss' && (
        <DismissForm
          busy={decision.isPending}
          onDismiss={(why) => decide({ act: 'dismiss', why })}
          onCancel={close}
        />
      )}
      {form === null && <Acts found={found} busy={decision.isPending} onDecide={decide} onForm={setForm} />}
    </>
  );
}

/** Where another reading can help. */
const FIXABLE: readonly ReasonKind[] = ['version', 'touchpoint'];

interface ActsProps extends Pick<DecisionsProps, 'found'> {
  readonly busy: boolean;
  readonly onDecide: (decision: Decision) => void;
  readonly onForm: (form: 'fix' | 'dismiss') => void;
}

function Acts({ found: { state, item, said }, busy, onDecide, onForm }: ActsProps) {
  const { say } = useConsole();
  const acceptance = useAcceptance(item.deviceId);
  const kind = reasonKind(item.reason);
  if (state === 'dismissed' || state === 'fixed') {
    const act = state === 'dismissed' ? 'bringBack' : 'takeBack';
    return (
      <div className={styles.buttons}>
        <Button loading={busy} onClick={() => onDecide({ act })}>
          {say(`inbox.${act}`)}
        </Button>
      </div>
    );
  }
  return (
    <>
      {acceptance.isError && <ProblemNote refusal={refusalOf(acceptance.error)} />}
      <div className={styles.buttons}>
        {kind === 'revoked' && (
          <Button loading={acceptance.isPending} onClick={() => acceptance.mutate()}>
            {say('inbox.accept')}
          </Button>
        )}
        {said !== null && FIXABLE.includes(kind) && (
          <Button onClick={() => onForm('fix')}>{say('inbox.fix')}</Button>
        )}
        <Button variant="default" loading={busy} onClick={() => onDecide({ act: 'retry' })}>
          {say('inbox.retry')}
        </Button>
        <Button variant="default" onClick={() => onForm('dismiss')}>
          {say('inbox.dismiss')}
        </Button>
      </div>
    </>
  );
}
