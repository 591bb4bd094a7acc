import { FailedNote } from '../people/FailedNote.tsx';
import { useSyncFiles } from '../server/useSyncFiles.ts';
import { useConsole } from '../settings/consoleContext.ts';
import type { Sending } from './sending/useSending.ts';
import { SyncFilesPage } from './SyncFilesPage.tsx';

/** What was carried here by hand, and what became of it. */
export function SyncFilesScreen({ sending }: { readonly sending: Sending }) {
  const { say } = useConsole();
  const files = useSyncFiles();
  if (files.data !== undefined)
    return <SyncFilesPage uploads={files.data} updatedAt={files.dataUpdatedAt} sending={sending} />;
  if (files.isError) return <FailedNote error={files.error} onTryNow={() => void files.refetch()} />;
  return <div role="status" aria-label={say('sync.loading')} />;
}
