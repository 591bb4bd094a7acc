import type { OutboxRow, ParkedRow, ParkingReason, ResponseRow } from '../deviceDatabase.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { isReadable } from './isReadable.ts';
import { readResponses } from './recorded.ts';
import { findWaiting, waitingNumbers, waitingTables } from './waiting.ts';

/** One response that the server has not accepted yet, as a list shows it. */
export interface QueuedResponse {
  readonly seq: number;
  readonly recordedAt: number;
  /** What it weighs; `null`: it can't be read. */
  readonly bytes: number | null;
  /** How often sending it alone failed. */
  readonly failures: number;
  /** `null`: it waits in its turn. */
  readonly parked: { readonly reason: ParkingReason; readonly retryAt: number } | null;
}

export interface QueuePage {
  readonly items: readonly QueuedResponse[];
  readonly total: number;
}

type Standing = Omit<QueuedResponse, 'bytes'>;

/** What is set apart first, as it is what somebody looks for, then what waits, the oldest first. Made for live queries. */
export async function readQueue(
  { database }: DeviceStorage,
  { skip, take }: { readonly skip: number; readonly take: number },
): Promise<QueuePage> {
  const { items, total } = await database.transaction(
    'r',
    [...waitingTables(database), database.parked],
    async () => {
      const parked = await database.parked.orderBy('seq').toArray();
      const waiting = await waitingNumbers(database);
      const count = waiting.reduce((sum, { from, to }) => sum + to - from + 1, 0);
      const items: Standing[] = parked.slice(skip, skip + take).map(ofParked);
      let before = Math.max(0, skip - parked.length);
      for (const { from, to } of waiting) {
        for (let seq = from + before; seq <= to && items.length < take; seq += 1) {
          const row = await findWaiting(database, seq);
          if (row !== undefined) items.push(ofWaiting(row));
        }
        before = Math.max(0, before - (to - from + 1));
      }
      return { items, total: parked.length + count };
    },
  );
  // Last, for unpacking leaves what a live query watches.
  const seqs = items.map(({ seq }) => seq).sort((one, other) => one - other);
  const rows = new Map((await readResponses(database, seqs)).map((row) => [row.seq, row]));
  return { items: items.map((item) => ({ ...item, bytes: bytesOf(rows.get(item.seq)) })), total };
}

const ofParked = ({ seq, recordedAt, reason, retryAt }: ParkedRow): Standing => ({
  seq,
  recordedAt,
  failures: 0,
  parked: { reason, retryAt },
});

const ofWaiting = ({ seq, recordedAt, failures = 0 }: OutboxRow): Standing => ({
  seq,
  recordedAt,
  failures,
  parked: null,
});

const encoder = new TextEncoder();

const bytesOf = (row: ResponseRow | undefined): number | null =>
  isReadable(row) ? encoder.encode(row.payload).length : null;

export interface QueuedContents {
  /** `null`: it neither waits nor is it set apart any more. */
  readonly queued: QueuedResponse | null;
  /** `null`: it can't be read. */
  readonly row: ResponseRow | null;
}

/** Made for live queries. */
export async function readQueued({ database }: DeviceStorage, seq: number): Promise<QueuedContents> {
  const queued = await database.transaction('r', [...waitingTables(database), database.parked], async () => {
    const parked = await database.parked.get(seq);
    if (parked !== undefined) return ofParked(parked);
    const waiting = await findWaiting(database, seq);
    return waiting === undefined ? null : ofWaiting(waiting);
  });
  // Last, for unpacking leaves what a live query watches.
  const [row] = await readResponses(database, [seq]);
  return {
    queued: queued === null ? null : { ...queued, bytes: bytesOf(row) },
    row: isReadable(row) ? row : null,
  };
}
