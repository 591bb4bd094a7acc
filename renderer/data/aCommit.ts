import type { Committed } from './committed.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { readDeviceStatus } from './readDeviceStatus.ts';

/** What a server says that took a batch of the sequence that the device goes on with now; for tests. */
export async function aCommit(storage: DeviceStorage, serverNow: number): Promise<Committed> {
  const { storeEpoch } = await readDeviceStatus(storage);
  return { storeEpoch: storeEpoch ?? 'none', serverNow, held: null };
}
