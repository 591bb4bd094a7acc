import type { FleetDevice } from '../../../core/protocol/index.ts';
import type { ShownHealth } from './readHealth.ts';

type Chain = FleetDevice['chains'][number];

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is known of one sequence of a device: which numbers are here, which should be, and which cannot be yet. */
export interface Arrival {
  readonly chain: Chain;
  readonly missing: readonly Stretch[];
  readonly missingCount: number;
  /** Numbers above the last one here that the device still has to send. */
  readonly pending: number;
}

const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/**
 * A number above the last one here is no hole while the device says that as many still wait there. Where fewer wait than are
 * wanted, it has lost them before they were sent.
 */
export function arrivalOf(
  chain: Chain,
  { waiting, parked }: Pick<ShownHealth, 'waiting' | 'parked'>,
): Arrival {
  const above = chain.holes.filter(({ from }) => from > chain.lastSeq);
  const pending = lengthOf(above);
  const isOnDevice = pending <= waiting + parked;
  const missing = isOnDevice ? chain.holes.filter(({ from }) => from <= chain.lastSeq) : chain.holes;
  return { chain, missing, missingCount: lengthOf(missing), pending: isOnDevice ? pending : 0 };
}
