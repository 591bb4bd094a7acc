import type { DeviceKeys } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { readFact, writeFact } from './facts.ts';

export const readDeviceKeys = (storage: DeviceStorage): Promise<DeviceKeys | undefined> =>
  readFact(storage.database.device, 'keys');

/** Keeps the first pair: where another tab was quicker, its pair is the device's, and the answer. */
export const keepDeviceKeys = (storage: DeviceStorage, made: DeviceKeys): PromiseLike<DeviceKeys> => {
  const { device } = storage.database;
  return storage.database.transaction('rw', device, async () => {
    const known = await readFact(device, 'keys');
    if (known !== undefined) return known;
    await writeFact(device, 'keys', made);
    return made;
  });
};
