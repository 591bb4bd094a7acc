import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './Inbox.module.css';

interface DismissFormProps {
  readonly busy: boolean;
  readonly onDismiss: (why: string) => void;
  readonly onCancel: () => void;
}

/** Nothing is dismissed without a reason. */
export function DismissForm({ busy, onDismiss, onCancel }: DismissFormProps) {
  const { say } = useConsole();
  const [why, setWhy] = useState('');
  return (
    <form
      className={styles.panel}
      onSubmit={(event) => {
        event.preventDefault();
        onDismiss(why);
      }}
    >
      <Textarea
        label={say('inbox.why')}
        description={say('inbox.whyHint')}
        value={why}
        maxLength={1_000}
        autosize
        minRows={2}
        autoFocus
        onChange={({ currentTarget }) => setWhy(currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" disabled={why.trim() === ''} loading={busy}>
          {say('inbox.dismiss.confirm')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
