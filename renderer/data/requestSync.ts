import { makeUuidV7, type Result } from '../../core/kernel/index.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { writeFact } from './facts.ts';
import { withinDeadline, type StorageFailure } from './withinDeadline.ts';

/** "Sync now": a fact that the pump watches, in whichever tab it runs. Parked responses get another try at once. */
export const requestSync = (storage: DeviceStorage): Promise<Result<unknown, StorageFailure>> =>
  withinDeadline(storage, () => {
    const { database, clock, random } = storage;
    return database.transaction('rw', database.meta, database.parked, async () => {
      await database.parked.toCollection().modify({ retryAt: 0 });
      await writeFact(database.meta, 'syncRequest', {
        at: clock.now(),
        id: makeUuidV7(clock.now(), random),
      });
    });
  });
