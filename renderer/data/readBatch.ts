import type { PushItem } from '../../core/protocol/index.ts';
import type { ChainState, OutboxRow, ParkedRow, ResponseRow } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { epochOf } from './epochs.ts';
import { readFact } from './facts.ts';

/** The oldest waiting responses, in the order they were given. */
export interface OutboxBatch {
  readonly storeEpoch: string;
  readonly items: readonly PushItem[];
}

/** Characters of payload in one batch; bounds the memory of a batch of giants. Usual batches are far below. */
const MAX_CHARACTERS = 4 * 1024 * 1024;
const DAY = 86_400_000;

/**
 * Reads up to `maxItems` of what waits after the number `after`. Where nothing waits at all, one parked response whose day has come is let back in. A row whose
 * response can't be read is parked as `unreadable`, so that it is kept and shown, but in nobody's way.
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
    const waiting = fitting(chain, await database.outbox.where('seq').above(after).limit(maxItems).toArray());
    if (waiting.length === 0) {
      if (after === 0 && (await letBackOne(storage))) continue;
      return null;
    }
    const rows = await readResponses(storage, waiting);
    const unreadable = waiting.filter(({ seq }) => !isReadable(rows.get(seq)));
    if (unreadable.length > 0) await setUnreadableAside(storage, unreadable);
    const items = waiting.flatMap(({ seq }) => toItem(rows.get(seq)));
    const first = items[0];
    if (first !== undefined) return { storeEpoch: epochOf(chain, first.seq).storeEpoch, items };
  }
}

/** As many as are of one store epoch and not too much to hold in memory; at least one. */
function fitting(chain: ChainState, rows: readonly OutboxRow[]): readonly OutboxRow[] {
  let characters = 0;
  const epoch = epochOf(chain, rows[0]?.seq ?? 0);
  const end = rows.findIndex((row, index) => {
    characters += row.characters;
    return index > 0 && (characters > MAX_CHARACTERS || row.seq > epoch.lastSeq);
  });
  return end === -1 ? rows : rows.slice(0, end);
}

/** One range read where the numbers lie close together, which is nearly always. */
async function readResponses(
  { database }: DeviceStorage,
  waiting: readonly OutboxRow[],
): Promise<ReadonlyMap<number, ResponseRow>> {
  const seqs = waiting.map(({ seq }) => seq);
  const first = seqs[0] ?? 0;
  const last = seqs.at(-1) ?? 0;
  const dense = last - first < 2 * seqs.length;
  const rows = dense
    ? await database.responses.where('seq').between(first, last, true, true).toArray()
    : await database.responses.bulkGet(seqs);
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.seq, row]])));
}

const isReadable = (row: ResponseRow | undefined): boolean =>
  row !== undefined &&
  [row.responseId, row.payload, row.contentHash, row.chain].every((text) => typeof text === 'string') &&
  Number.isInteger(row.rev);

function toItem(row: ResponseRow | undefined): readonly PushItem[] {
  if (row === undefined || !isReadable(row)) return [];
  const { responseId, rev, seq, contentHash, chain, payload } = row;
  return [{ responseId, rev, seq, contentHash, chain, payload }];
}

const setUnreadableAside = (storage: DeviceStorage, rows: readonly OutboxRow[]): PromiseLike<void> => {
  const { database, clock } = storage;
  const now = clock.now();
  return database.transaction('rw', database.outbox, database.parked, async () => {
    await database.parked.bulkPut(
      rows.map((row) => ({ ...row, reason: 'unreadable' as const, parkedAt: now, retryAt: now + DAY })),
    );
    await database.outbox.bulkDelete(rows.map(({ seq }) => seq));
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
