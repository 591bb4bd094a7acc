import type { PushItem } from '../../core/protocol/index.ts';
import type { ParkedRow, ResponseRow } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { epochOf } from './epochs.ts';
import { readFact } from './facts.ts';
import { isReadable } from './outbox/isReadable.ts';
import { nextWaiting } from './outbox/nextWaiting.ts';
import { unfoldResponses } from './outbox/recorded.ts';
import { waitingTables } from './outbox/waiting.ts';
import { park } from './park.ts';

/** The oldest waiting responses, in the order they were given. */
export interface OutboxBatch {
  readonly storeEpoch: string;
  readonly items: readonly PushItem[];
}

const DAY = 86_400_000;

/**
 * Reads up to `maxItems` of what waits after the number `after`. Where nothing waits at all, one parked response whose day has come is
 * let back in. What can't be read is parked as `unreadable`, so that it is kept and shown, but in nobody's way.
 */
export async function readBatch(
  storage: DeviceStorage,
  maxItems: number,
  after = 0,
): Promise<OutboxBatch | null> {
  const { database } = storage;
  const chain = await readFact(database.meta, 'chain');
  if (chain === undefined) return null;
  for (;;) {
    const next = await nextWaiting(database, chain, { maxItems, after });
    if (next === null) {
      if (after === 0 && (await letBackOne(storage))) continue;
      return null;
    }
    const rows = await unfoldResponses(next.gathered);
    const unreadable = next.seqs.filter((seq) => !isReadable(rows.get(seq)));
    if (unreadable.length > 0) await setUnreadableAside(storage, unreadable);
    const items = next.seqs.flatMap((seq) => toItem(rows.get(seq)));
    const first = items[0];
    if (first !== undefined) return { storeEpoch: epochOf(chain, first.seq).storeEpoch, items };
  }
}

function toItem(row: ResponseRow | undefined): readonly PushItem[] {
  if (!isReadable(row)) return [];
  const { responseId, rev, seq, contentHash, chain, payload } = row;
  return [{ responseId, rev, seq, contentHash, chain, payload }];
}

const setUnreadableAside = (storage: DeviceStorage, seqs: readonly number[]): PromiseLike<void> => {
  const { database } = storage;
  return database.transaction('rw', [...waitingTables(database), database.parked], async () => {
    for (const seq of seqs) await park(storage, seq, 'unreadable');
  });
};

const letBackOne = (storage: DeviceStorage): PromiseLike<boolean> => {
  const { database, clock } = storage;
  const now = clock.now();
  return database.transaction('rw', database.outbox, database.parked, async () => {
    const due = await database.parked.filter((row) => isDue(row, now)).first();
    if (due === undefined) return false;
    const { seq, recordedAt, characters } = due;
    await database.outbox.put({ seq, recordedAt, characters, failures: LAST_TRY });
    await database.parked.delete(seq);
    return true;
  });
};

/** Let back in with one failure less than parks it: it gets one try. */
const LAST_TRY = 2;

/** A date more than a day ahead was written by a clock that has been set back since. */
const isDue = ({ retryAt }: ParkedRow, now: number): boolean => retryAt <= now || retryAt > now + DAY;
