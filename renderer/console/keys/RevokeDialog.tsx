import { Button } from '@mantine/core';
import { Dialog } from '../frame/Dialog.tsx';
import { ProblemNote } from '../people/ProblemNote.tsx';
import { refusalOf } from '../server/refusedRequest.ts';
import { useKeyToRevoke } from '../server/useProjectKeys.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { idText } from './idText.ts';
import styles from './Keys.module.css';

interface RevokeDialogProps {
  /** Which one; null: none is asked about. */
  readonly keyId: string | null;
  readonly onClose: () => void;
}

/** What revoking a key does, before it is done. */
export function RevokeDialog({ keyId, onClose }: RevokeDialogProps) {
  const { say } = useConsole();
  const revoking = useKeyToRevoke();
  const close = (): void => {
    revoking.reset();
    onClose();
  };
  return (
    <Dialog
      title={say('keys.revoke.title', { key: idText(keyId ?? '') })}
      opened={keyId !== null}
      onClose={close}
    >
      <div className={styles.steps}>
        <p>{say('keys.revoke.why')}</p>
        <p>{say('keys.revoke.never')}</p>
        <p>{say('keys.revoke.opens')}</p>
        {revoking.isError && <ProblemNote refusal={refusalOf(revoking.error)} />}
        <div className={styles.buttons}>
          <Button variant="default" onClick={close} data-autofocus>
            {say('cancel')}
          </Button>
          <Button
            loading={revoking.isPending}
            onClick={() => keyId !== null && revoking.mutate(keyId, { onSuccess: close })}
          >
            {say('keys.revoke')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
