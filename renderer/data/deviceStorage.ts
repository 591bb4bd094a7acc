import { makeUuidV7, type Clock, type RandomSource } from '../../core/kernel/index.ts';
import { CHAIN_START } from '../../core/response/index.ts';
import { DeviceDatabase, type ChainState } from './deviceDatabase.ts';
import { holdTab } from './tabLock.ts';
import { lookAfterClose } from './witnesses/lookAfterClose.ts';
import { newWitnesses, type Witnesses, type WitnessPorts } from './witnesses/witnesses.ts';

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

/** Opens lazily: the first read or write opens the database, and creates it on a new device. */
export function openDeviceStorage(ports: StoragePorts, name = 'earshot'): DeviceStorage {
  const tab = makeUuidV7(ports.clock.now(), ports.random);
  holdTab(name, tab);
  const database = new DeviceDatabase(name, () => newChain(ports));
  const { clock, random, witnesses } = ports;
  if (witnesses === undefined) return { database, clock, random, tab };
  const storage = { database, clock, random, tab, witnesses: newWitnesses(witnesses) };
  lookAfterClose(storage);
  return storage;
}
