import type { ParkedRow, ParkingReason, ResponseRow } from '../deviceDatabase.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { isReadable } from './isReadable.ts';
import { readResponses } from './recorded.ts';
import { findWaiting, waitingNumbers, waitingTables } from './waiting.ts';

/** One response that the server has not accepted yet, as a list shows it. */
export interface QueuedResponse {
  readonly seq: number;
  readonly recordedAt: number;
  /** Length of the payload. */
  readonly characters: number;
  /** How often sending it alone failed. */
  readonly failures: number;
  /** `null`: it waits in its turn. */
  readonly parked: { readonly reason: ParkingReason; readonly retryAt: number } | null;
}

export interface QueuePage {
  readonly items: readonly QueuedResponse[];
  readonly total: number;
}

/** What is set apart first, as it is what somebody looks for, then what waits, the oldest first. Made for live queries. */
export const readQueue = (
  { database }: DeviceStorage,
  { skip, take }: { readonly skip: number; readonly take: number },
): PromiseLike<QueuePage> =>
  database.transaction('r', [...waitingTables(database), database.parked], async () => {
    const parked = await database.parked.orderBy('seq').toArray();
    const waiting = await waitingNumbers(database);
    const count = waiting.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    const items: QueuedResponse[] = parked.slice(skip, skip + take).map(ofParked);
    let before = Math.max(0, skip - parked.length);
    for (const { from, to } of waiting) {
      for (let seq = from + before; seq <= to && items.length < take; seq += 1) {
        const row = await findWaiting(database, seq);
        if (row !== undefined) items.push({ failures: 0, ...row, parked: null });
      }
      before = Math.max(0, before - (to - from + 1));
    }
    return { items, total: parked.length + count };
  });

const ofParked = ({ seq, recordedAt, characters, reason, retryAt }: ParkedRow): QueuedResponse => ({
  seq,
  recordedAt,
  characters,
  failures: 0,
  parked: { reason, retryAt },
});

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
    return waiting === undefined ? null : { failures: 0, ...waiting, parked: null };
  });
  // Last, for unpacking leaves what a live query watches.
  const [row] = await readResponses(database, [seq]);
  return { queued, row: isReadable(row) ? row : null };
}
