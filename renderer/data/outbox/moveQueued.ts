import { makeUuidV7, type Result } from '../../../core/kernel/index.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { writeFact } from '../facts.ts';
import { park } from '../park.ts';
import { withinDeadline, type StorageFailure } from '../withinDeadline.ts';
import { waitingTables } from './waiting.ts';

/** Somebody takes one response out of the way of the others. Tried again after a day, as everything that is parked. */
export const parkQueued = (storage: DeviceStorage, seq: number): Promise<Result<unknown, StorageFailure>> =>
  withinDeadline(storage, () => {
    const { database } = storage;
    const tables = [...waitingTables(database), database.parked];
    return database.transaction('rw', tables, () => park(storage, seq, 'by_hand'));
  });

/** Lets one that is parked wait again, and wakes the pump. Where it is not parked, the pump is woken all the same. */
export const retryQueued = (storage: DeviceStorage, seq: number): Promise<Result<unknown, StorageFailure>> =>
  withinDeadline(storage, () => {
    const { database, clock, random } = storage;
    const { meta, outbox, parked } = database;
    return database.transaction('rw', meta, outbox, parked, async () => {
      const row = await parked.get(seq);
      if (row !== undefined) {
        await outbox.put({ seq, recordedAt: row.recordedAt, characters: row.characters });
        await parked.delete(seq);
      }
      const now = clock.now();
      await writeFact(meta, 'syncRequest', { at: now, id: makeUuidV7(now, random) });
    });
  });
