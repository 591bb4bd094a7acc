import type { DeviceStorage } from './deviceStorage.ts';
import { endWaiting, findWaiting, waitingTables } from './outbox/waiting.ts';
import { park } from './park.ts';

const FAILURES_TO_PARK = 3;

/**
 * Counts a failure of an item that was sent alone; the third parks it (S3), so that it is in nobody's way. One that stands in a segment
 * waits as a row of its own from then on.
 */
export const blameItem = (storage: DeviceStorage, seq: number): PromiseLike<void> => {
  const { database } = storage;
  return database.transaction('rw', [...waitingTables(database), database.parked], async () => {
    const row = await findWaiting(database, seq);
    if (row === undefined) return;
    const failures = (row.failures ?? 0) + 1;
    if (failures >= FAILURES_TO_PARK) {
      await park(storage, seq, 'failed_alone');
      return;
    }
    await endWaiting(database, { from: seq, to: seq });
    await database.outbox.put({ ...row, failures });
  });
};
