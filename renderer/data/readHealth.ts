import { countAside } from './aside/asideNumbers.ts';
import type { StoreLoss } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { firstSeqOf } from './epochs.ts';
import { readFact } from './facts.ts';
import { summariseWaiting } from './outbox/waiting.ts';
import type { KnownServer } from './syncStatus.ts';

/** What a hello says of the device's memory (H3). */
export interface MemoryHealth {
  readonly storeEpoch: string;
  readonly lastSeq: number;
  /** First number of the store epoch. */
  readonly firstSeq: number;
  readonly questionnaireVersion: string | null;
  readonly waiting: number;
  readonly parked: number;
  readonly oldestWaitingAt: number | null;
  readonly lastResponseAt: number | null;
  /** What was last found damaged, also when it has been read. */
  readonly storeLoss: StoreLoss | null;
  /** Kept for another server, which has not taken them. */
  readonly setAside: number;
  readonly copyMissing: boolean;
  readonly noRoom: boolean;
  readonly commissioned: boolean;
  /** Of the last hello. */
  readonly server: KnownServer | null;
  readonly cursor: string | null;
}

export async function readHealth(storage: DeviceStorage): Promise<MemoryHealth | null> {
  const { meta, device, parked } = storage.database;
  const [chain, status, storeLoss, copy, noRoom, commissioned, enrolment, survey, waiting, parkedCount, setAside] = await Promise.all([
    readFact(meta, 'chain'),
    readFact(meta, 'syncStatus'),
    readFact(meta, 'storeLoss'),
    readFact(meta, 'copy'),
    readFact(meta, 'noRoom'),
    readFact(meta, 'commissioned'),
    readFact(device, 'enrolment'),
    readFact(device, 'survey'),
    summariseWaiting(storage.database),
    parked.count(),
    countAside(storage.database),
  ]);
  if (chain === undefined) return null;
  return {
    storeEpoch: chain.storeEpoch,
    lastSeq: chain.lastSeq,
    firstSeq: firstSeqOf(chain),
    questionnaireVersion: survey?.questionnaireVersion ?? null,
    waiting: waiting.count,
    parked: parkedCount,
    oldestWaitingAt: waiting.oldestAt,
    lastResponseAt: chain.lastResponseAt,
    storeLoss: storeLoss ?? null,
    setAside,
    copyMissing: copy?.state === 'missing',
    noRoom: noRoom !== undefined && noRoom !== null,
    commissioned: commissioned !== undefined && commissioned.deviceId === enrolment?.deviceId,
    server: status?.server ?? null,
    cursor: status?.cursor ?? null,
  };
}
