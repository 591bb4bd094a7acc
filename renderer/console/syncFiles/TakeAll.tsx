import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyncUpload } from '../../../core/protocol/index.ts';
import { SYNC_FILES_KEY } from '../server/useSyncFiles.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './Downloads.module.css';

/** One word for several files, where each has been looked through and can be read. */
export function TakeAll({ uploads }: { readonly uploads: readonly SyncUpload[] }) {
  const { say, server } = useConsole();
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const ready = uploads.filter(({ phase, preview }) => phase === 'ready' && (preview?.counts.read ?? 0) > 0);
  if (ready.length < 2) return null;
  const takeAll = async (): Promise<void> => {
    setBusy(true);
    // The oldest first. A refusal shows on its own card, which still waits then.
    for (const { uploadId } of [...ready].reverse()) await server.decideSyncFile(uploadId, 'merge');
    await client.invalidateQueries({ queryKey: SYNC_FILES_KEY });
    setBusy(false);
  };
  return (
    <div className={styles.downloads}>
      <Button variant="default" loading={isBusy} onClick={() => void takeAll()}>
        {say('sync.takeAll', { count: ready.length, n: String(ready.length) })}
      </Button>
    </div>
  );
}
