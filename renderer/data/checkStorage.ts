import type { Result } from '../../core/kernel/index.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { withinDeadline, type StorageFailure } from './withinDeadline.ts';

/**
 * Shows that this browser really keeps things: writes a row, closes the database, opens it again and reads the row. Fails in private
 * modes and on full disks, before anybody is asked for an answer.
 */
export const checkStorage = (storage: DeviceStorage): Promise<Result<void, StorageFailure>> =>
  withinDeadline(storage, async () => {
    const { database } = storage;
    const key = `check-${storage.tab}`;
    await database.meta.put({ key, value: storage.tab });
    database.close({ disableAutoOpen: false });
    await database.open();
    const row = await database.meta.get(key);
    if (row?.value !== storage.tab)
      throw new Error('what was written is not there after closing and opening');
    await database.meta.delete(key);
  });
