import type { DeviceStorage } from '../deviceStorage.ts';
import { copyToJournal } from './copyToJournal.ts';
import { tellCounted } from './tellCounted.ts';

/** What was acknowledged waits again: it needs its copy again, and the sentinel expects more. Where that fails, the next start does it. */
export async function noteWaitingAgain(storage: DeviceStorage): Promise<void> {
  const { witnesses } = storage;
  if (witnesses === undefined) return;
  await tellCounted(storage, witnesses);
  if (witnesses.copying) await copyToJournal(storage, witnesses);
}
