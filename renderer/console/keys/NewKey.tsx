import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNote } from '../people/ProblemNote.tsx';
import { refusalOf } from '../server/refusedRequest.ts';
import { useKeyToUse } from '../server/useProjectKeys.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './Keys.module.css';
import { KeySheet } from './KeySheet.tsx';
import { makeKey } from './makeKey.ts';

interface NewKeyProps {
  readonly isFirst: boolean;
  readonly onDone: () => void;
}

/** Made, then kept, and only then put in use: whoever closes the dialog too early has lost nothing. */
export function NewKey({ isFirst, onDone }: NewKeyProps) {
  const { say } = useConsole();
  const [kept, setKept] = useState(false);
  const making = useMutation({ mutationFn: makeKey, gcTime: 0 });
  const using = useKeyToUse();
  const made = making.data;
  if (made === undefined) {
    return (
      <div className={styles.steps}>
        <p>{say('keys.new.lead')}</p>
        {!isFirst && <p>{say('keys.new.retires')}</p>}
        <p className={styles.warning}>{say('keys.new.lost')}</p>
        {making.isError && (
          <p role="alert" className={styles.failed}>
            {say('keys.new.failed')}
          </p>
        )}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onDone}>
            {say('cancel')}
          </Button>
          <Button loading={making.isPending} onClick={() => making.mutate()}>
            {say('keys.make')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.steps}>
      <KeySheet made={made} />
      <label className={styles.option}>
        <input
          type="checkbox"
          checked={kept}
          onChange={({ currentTarget }) => setKept(currentTarget.checked)}
        />
        {say('keys.sheet.kept')}
      </label>
      {using.isError && <ProblemNote refusal={refusalOf(using.error)} />}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onDone}>
          {say('cancel')}
        </Button>
        <Button
          disabled={!kept}
          loading={using.isPending}
          onClick={() => using.mutate(made.recipient, { onSuccess: onDone })}
        >
          {say('keys.new.use')}
        </Button>
      </div>
    </div>
  );
}
