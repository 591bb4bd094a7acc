import type { ChainState } from './deviceDatabase.ts';
import { lastRecorded } from './outbox/recorded.ts';
import { newChain, type DeviceStorage } from './deviceStorage.ts';

/** The sequence's own row is gone, the responses are not: the chain goes on under a new name, and no number is given twice. */
export async function chainAfterLoss(storage: DeviceStorage): Promise<ChainState> {
  const fresh = newChain(storage);
  const last = await lastRecorded(storage.database);
  return { ...fresh, lastSeq: last?.seq ?? 0, head: last?.chain ?? fresh.head };
}
