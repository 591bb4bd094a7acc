import type { PushItem, SentItem } from '../../core/protocol/index.ts';
import type { ParkedRow } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { epochOf } from './epochs.ts';
import { readFact } from './facts.ts';
import { isReadable } from './outbox/isReadable.ts';
import { nextWaiting } from './outbox/nextWaiting.ts';
import { unfoldResponses } from './outbox/recorded.ts';
import { placesOf, toItem } from './outbox/segment.ts';
import { waitingTables } from './outbox/waiting.ts';
import { park } from './park.ts';

/** The oldest waiting responses, in the order they were given. */
export interface OutboxBatch {
  readonly storeEpoch: string;
  /** First number of that store epoch. */
  readonly firstSeq: number;
  readonly items: readonly PushItem[];
}

/** The same, as it lies packed on the device: whole members of gzip, each of items in JSON with commas between. */
export interface PackedOutboxBatch {
  readonly storeEpoch: string;
  readonly firstSeq: number;
  readonly places: readonly (SentItem & { readonly seq: number })[];
  readonly packed: readonly ArrayBuffer[];
}

const DAY = 86_400_000;

export interface BatchWanted {
  readonly maxItems: number;
  /** The same for what lies in whole segments; 0: all of it is unpacked. */
  readonly maxPackedItems: number;
  /** Read on after this number; 0: from the oldest. */
  readonly after: number;
}

/** Reads up to `maxItems` of what waits after the number `after`, each with its contents. */
export async function readBatch(
  storage: DeviceStorage,
  maxItems: number,
  after = 0,
): Promise<OutboxBatch | null> {
  const batch = await readForSending(storage, { maxItems, maxPackedItems: 0, after });
  return batch !== null && 'items' in batch ? batch : null;
}

/**
 * For sending: what lies in whole segments is given as it lies. Where nothing waits at all, one parked response whose day has come is let back in. What can't be read is parked as `unreadable`, so
 * that it is kept and shown, but in nobody's way.
 */
export async function readForSending(
  storage: DeviceStorage,
  wanted: BatchWanted,
): Promise<OutboxBatch | PackedOutboxBatch | null> {
  const { database } = storage;
  const chain = await readFact(database.meta, 'chain');
  if (chain === undefined) return null;
  for (;;) {
    const next = await nextWaiting(database, chain, wanted);
    if (next === null) {
      if (wanted.after === 0 && (await letBackOne(storage))) continue;
      return null;
    }
    const { storeEpoch, firstSeq } = epochOf(chain, next.seqs[0] ?? 0);
    const of = { storeEpoch, firstSeq };
    const segments = next.gathered.packed;
    if (next.whole)
      return { ...of, places: segments.flatMap(placesOf), packed: segments.map(({ packed }) => packed) };
    const rows = await unfoldResponses(next.gathered);
    const unreadable = next.seqs.filter((seq) => !isReadable(rows.get(seq)));
    if (unreadable.length > 0) await setUnreadableAside(storage, unreadable);
    const readable = next.seqs.map((seq) => rows.get(seq)).filter(isReadable);
    if (readable.length > 0) return { ...of, items: readable.map(toItem) };
  }
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
