import type { SeqRange } from '../../../core/response/index.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { epochOf } from '../epochs.ts';
import { readFact } from '../facts.ts';
import { tellSentinel } from './witnesses.ts';

/**
 * These are with the server, and the database knows it: their copies may go, and the sentinel expects fewer. Each range is of one
 * store epoch, as batches are. What is forgotten here is made up for at the next start.
 */
export async function noteAcknowledged(
  { database, witnesses }: DeviceStorage,
  ranges: readonly SeqRange[],
): Promise<void> {
  if (witnesses === undefined || ranges.length === 0) return;
  const chain = await readFact(database.meta, 'chain').catch(() => undefined);
  if (chain === undefined) return;
  for (const range of ranges) {
    witnesses.journal.release(epochOf(chain, range.from).storeEpoch, range);
    for (const seq of witnesses.inHand.keys()) if (seq >= range.from && seq <= range.to) witnesses.inHand.delete(seq);
  }
  const sent = ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  tellSentinel(witnesses, { unsent: Math.max(0, witnesses.told.unsent - sent) });
}

/** The device became another one. What it was is set aside, and keeps its copies: for those who are not sent, it is as it was. */
export function noteNewSequence(
  { witnesses }: DeviceStorage,
  { storeEpoch, aside, serverId }: { readonly storeEpoch: string; readonly aside: number; readonly serverId: string },
): void {
  if (witnesses === undefined) return;
  witnesses.inHand.clear();
  tellSentinel(witnesses, { storeEpoch, serverId, lastSeq: 0, unsent: 0, aside });
}
