import type { DeviceStorage } from '../../data/deviceStorage.ts';
import { openDeviceStorage } from '../../data/openDeviceStorage.ts';
import type { Sentinel, SentinelPort } from '../../data/witnesses/witnesses.ts';
import { openJournal, type Journal } from '../../platform/journal/openJournal.ts';
import { systemClock, systemRandom } from '../../platform/systemPorts.ts';
import type { FaultPlan } from './faults.ts';
import type { FaultCount, FaultOrder } from './faultyJournalFiles.ts';

/** What stays when a page goes. */
export interface Device {
  readonly name: string;
  readonly sentinel: SentinelPort;
}

export function newDevice(): Device {
  let said: Sentinel | null = null;
  return {
    name: `every-fault-${crypto.randomUUID()}`,
    sentinel: { read: () => said, write: (sentinel) => void (said = sentinel) },
  };
}

/** A start of a device: the shipped storage and journal, the files of which may be told to fail. */
export interface DeviceLife {
  readonly storage: DeviceStorage;
  readonly journal: Journal;
  /** Answers how many accesses to files there were since the last order. */
  readonly orderFaults: (faults: FaultPlan | null) => Promise<number>;
  /** The page is gone from one moment to the next. */
  readonly end: () => void;
}

/** `inMemory` takes the place of the shipped journal with its files on the disk. */
export function startLife(device: Device, faults: FaultPlan | null, inMemory?: Journal): DeviceLife {
  let worker: Worker | undefined;
  let ordered = faults;
  const order = (): void => {
    const said: FaultOrder = { faults: ordered };
    worker?.postMessage(said);
  };
  const journal =
    inMemory ??
    openJournal(() => {
      worker = new Worker(new URL('./faultyJournalWorker.ts', import.meta.url), { type: 'module' });
      order();
      return worker;
    });
  const witnesses = { journal, sentinel: device.sentinel };
  const storage = openDeviceStorage({ clock: systemClock, random: systemRandom, witnesses }, device.name);
  return {
    storage,
    journal,
    orderFaults: (now) => {
      ordered = now;
      const alive = worker;
      if (alive === undefined) return Promise.resolve(0);
      return new Promise((resolve) => {
        alive.addEventListener('message', function answered({ data }: MessageEvent<Partial<FaultCount>>) {
          if (data.accesses === undefined) return;
          alive.removeEventListener('message', answered);
          resolve(data.accesses);
        });
        order();
      });
    },
    end: () => {
      // A page that is gone notices nothing any more.
      if (storage.witnesses !== undefined)
        storage.witnesses.told = { ...storage.witnesses.told, storeEpoch: '' };
      storage.database.close();
      worker?.terminate();
    },
  };
}
