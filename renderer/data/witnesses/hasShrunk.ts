import type { ChainState } from '../deviceDatabase.ts';
import type { DeviceStorage } from '../deviceStorage.ts';

/** The database says less than it said before on this very page: nothing may be numbered until it was compared again. */
export class ShrunkStorage extends Error {
  override readonly name = 'ShrunkStorage';
}

/**
 * A browser may throw a database away and begin it anew while the page lives, and say nothing: seen on a full disk, when the connection
 * is opened again.
 */
export function hasShrunk({ witnesses }: DeviceStorage, chain: ChainState): boolean {
  if (witnesses === undefined || witnesses.told.storeEpoch === '') return false;
  const { storeEpoch, lastSeq } = witnesses.told;
  const known = [chain.storeEpoch, ...(chain.former ?? []).map((former) => former.storeEpoch)];
  return !known.includes(storeEpoch) || chain.lastSeq < lastSeq;
}
