import { makeUuidV7 } from '../../core/kernel/index.ts';
import { chainAfterLoss } from './chainAfterLoss.ts';
import type { ChainState, DeviceDatabase } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { inNewEpoch } from './epochs.ts';
import { readFact, writeFact } from './facts.ts';
import { unsentNumbers, waitAgain } from './outbox/waiting.ts';

/**
 * The same server gave the device a new name (E6): it may have forgotten the old one, and with it anything that it once acknowledged. So
 * everything that is kept waits again, under the store epoch it was recorded in, and the sequence goes on under a new one. Numbers go on,
 * too, and no response is written. Inside the caller's transaction over everything.
 */
export async function keepUnderNewName(storage: DeviceStorage): Promise<ChainState> {
  const { database, clock, random } = storage;
  const { meta, acknowledged, notedVerdicts } = database;
  for (const range of await acknowledged.toArray()) await waitAgain(database, range);
  await Promise.all([acknowledged.clear(), notedVerdicts.clear(), meta.delete('syncStatus')]);
  const known = (await readFact(meta, 'chain')) ?? (await chainAfterLoss(storage));
  const renewed = inNewEpoch(known, makeUuidV7(clock.now(), random));
  const begun = await fromWhatIsKept(database, renewed);
  await writeFact(meta, 'chain', begun);
  return begun;
}

/** What was given up after its time is not missing at the server: under the new name a store epoch begins at the first that is kept. */
async function fromWhatIsKept(database: DeviceDatabase, chain: ChainState): Promise<ChainState> {
  const kept = await unsentNumbers(database);
  const former = (chain.former ?? []).map((epoch) => {
    const { firstSeq, lastSeq } = epoch;
    const here = kept.filter(({ from, to }) => from <= lastSeq && to >= firstSeq).map(({ from }) => from);
    return here.length === 0 ? epoch : { ...epoch, firstSeq: Math.max(firstSeq, Math.min(...here)) };
  });
  return { ...chain, former };
}
