import { makeUuidV7, type Clock, type RandomSource } from '../../core/kernel/index.ts';
import { CHAIN_START } from '../../core/response/index.ts';
import type { ChainState, DeviceDatabase } from './deviceDatabase.ts';
import type { Witnesses, WitnessPorts } from './witnesses/witnesses.ts';

/** The device's memory, opened once by `app` and handed to whoever remembers or reads. */
export interface DeviceStorage {
  readonly database: DeviceDatabase;
  readonly clock: Clock;
  readonly random: RandomSource;
  /** This tab, for as long as it lives. */
  readonly tab: string;
  /** The two that stand by the database; without them it is believed as it is. */
  readonly witnesses?: Witnesses;
}

export interface StoragePorts {
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly witnesses?: WitnessPorts;
}

export const newChain = ({ clock, random }: Pick<StoragePorts, 'clock' | 'random'>): ChainState => ({
  storeEpoch: makeUuidV7(clock.now(), random),
  lastSeq: 0,
  head: CHAIN_START,
  lastResponseAt: null,
});
