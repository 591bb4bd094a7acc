import type { DeviceStorage } from './deviceStorage.ts';
import { park } from './settleBatch.ts';

const FAILURES_TO_PARK = 3;

/** Counts a failure of an item that was sent alone; the third parks it (S3), so that it is in nobody's way. */
export const blameItem = (storage: DeviceStorage, seq: number): PromiseLike<void> => {
  const { outbox, parked } = storage.database;
  return storage.database.transaction('rw', outbox, parked, async () => {
    const row = await outbox.get(seq);
    if (row === undefined) return;
    const failures = (row.failures ?? 0) + 1;
    if (failures >= FAILURES_TO_PARK) await park(storage, row, 'failed_alone');
    else await outbox.put({ ...row, failures });
  });
};
