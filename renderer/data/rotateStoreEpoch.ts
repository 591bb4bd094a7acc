import { makeUuidV7 } from '../../core/kernel/index.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { inNewEpoch } from './epochs.ts';
import { readFact, writeFact } from './facts.ts';

/**
 * Goes on under a store epoch of its own, because another device uses the former one, too (a copy, or a restored disk). What waits keeps
 * the epoch under which it was numbered, and no batch mixes epochs. Answers the new epoch, or `null` where there is no sequence yet.
 */
export const rotateStoreEpoch = (storage: DeviceStorage): PromiseLike<string | null> => {
  const { database, clock, random } = storage;
  return database.transaction('rw', database.meta, async () => {
    const chain = await readFact(database.meta, 'chain');
    if (chain === undefined) return null;
    const storeEpoch = makeUuidV7(clock.now(), random);
    await writeFact(database.meta, 'chain', inNewEpoch(chain, storeEpoch));
    return storeEpoch;
  });
};
