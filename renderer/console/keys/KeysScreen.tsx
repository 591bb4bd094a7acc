import { FailedNote } from '../people/FailedNote.tsx';
import { useProjectKeys } from '../server/useProjectKeys.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { KeysPage } from './KeysPage.tsx';

/** What sealed surveys are sealed to. */
export function KeysScreen() {
  const { say } = useConsole();
  const keys = useProjectKeys();
  if (keys.data !== undefined) return <KeysPage known={keys.data} />;
  if (keys.isError) return <FailedNote error={keys.error} onTryNow={() => void keys.refetch()} />;
  return <div role="status" aria-label={say('keys.loading')} />;
}
