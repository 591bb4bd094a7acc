import type { DeviceStorage } from '../deviceStorage.ts';
import { countAside } from '../aside/asideNumbers.ts';
import { countUnsent } from '../outbox/waiting.ts';
import { copyToJournal } from './copyToJournal.ts';
import { tellSentinel } from './witnesses.ts';

/** What was acknowledged waits again: it needs its copy again, and the sentinel expects more. Where that fails, the next start does it. */
export async function noteWaitingAgain(storage: DeviceStorage): Promise<void> {
  const { witnesses, database } = storage;
  if (witnesses === undefined) return;
  tellSentinel(witnesses, { unsent: await countUnsent(database), aside: await countAside(database) });
  if (witnesses.copying) await copyToJournal(storage, witnesses);
}
