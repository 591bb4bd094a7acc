import type { JournalEntry } from '../../../core/response/index.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { writeFact } from '../facts.ts';
import { tellSentinel, type Witnesses } from './witnesses.ts';

/** Settles when the copy is on the disk, or is known not to be: a response is kept without it, and the device page says so. */
export async function startCopy(storage: DeviceStorage, entry: JournalEntry): Promise<void> {
  const { witnesses } = storage;
  if (witnesses === undefined) return;
  const copy = { ...entry, ...ownerOf(witnesses) };
  witnesses.inHand.set(entry.seq, copy);
  if (!witnesses.copying) return;
  const copied = await witnesses.journal.append([copy]);
  if (!copied.ok) endCopying(storage, copied.error);
}

/** For whom this device collects: a copy says it, as it may be all that is left. */
export const ownerOf = ({ told: { serverId } }: Witnesses): Pick<JournalEntry, 'serverId'> =>
  serverId === undefined ? {} : { serverId };

/** From now on the database is alone; the next start tries again. */
export function endCopying({ database, clock, witnesses }: DeviceStorage, why: string): void {
  if (witnesses !== undefined) witnesses.copying = false;
  const missing = { state: 'missing', why, at: clock.now() } as const;
  void writeFact(database.meta, 'copy', missing).then(undefined, () => undefined);
}

/** One more waits. */
export function noteUnsent({ witnesses }: DeviceStorage, at: { storeEpoch: string; lastSeq: number }): void {
  if (witnesses === undefined) return;
  const { counted, told } = witnesses;
  const isCounted = at.storeEpoch === counted.storeEpoch && at.lastSeq <= counted.lastSeq;
  tellSentinel(witnesses, { ...at, unsent: told.unsent + (isCounted ? 0 : 1) });
}
