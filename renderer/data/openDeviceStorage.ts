import { makeUuidV7 } from '../../core/kernel/index.ts';
import { DeviceDatabase } from './deviceDatabase.ts';
import { newChain, type DeviceStorage, type StoragePorts } from './deviceStorage.ts';
import { holdTab } from './tabLock.ts';
import { lookAfterClose } from './witnesses/lookAfterClose.ts';
import { newWitnesses } from './witnesses/witnesses.ts';

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
