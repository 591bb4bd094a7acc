import type { CopyState, MetaFacts, ParkedRow, StoreLoss } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { readFact } from './facts.ts';
import { summariseWaiting } from './outbox/waiting.ts';
import { NO_SYNC_YET, type SyncStatus } from './syncStatus.ts';

/** What the device page shows of the device's memory. */
export interface DeviceStatus {
  readonly waiting: number;
  readonly oldestWaitingAt: number | null;
  readonly parked: readonly ParkedRow[];
  /** Rows of what is kept, but unreadable or of another server; one row may hold many responses. */
  readonly setAside: number;
  /** Nobody is enrolled, but what is here was collected for a server, and is sent to no other. */
  readonly isRescued: boolean;
  /** Acknowledged by a verdict other than stored or duplicate: quarantined, conflict, tombstoned. */
  readonly noted: number;
  readonly lastSeq: number;
  readonly lastResponseAt: number | null;
  readonly storeEpoch: string | null;
  readonly sync: SyncStatus;
  /** `null`: not known yet. */
  readonly copy: CopyState | null;
  /** What nobody has read yet. */
  readonly storeLoss: StoreLoss | null;
  readonly noRoom: MetaFacts['noRoom'];
  readonly commissioned: MetaFacts['commissioned'] | null;
}

/** Made for live queries. */
export async function readDeviceStatus(storage: DeviceStorage): Promise<DeviceStatus> {
  const { meta, parked, setAside, notedVerdicts } = storage.database;
  const { noRoomAt = null } = storage.witnesses ?? {};
  const [waiting, parkedRows, aside, noted, chain, sync, copy, loss, noRoom, rescuedFor, commissioned] = await Promise.all([
    summariseWaiting(storage.database),
    parked.toArray(),
    setAside.count(),
    notedVerdicts.count(),
    readFact(meta, 'chain'),
    readFact(meta, 'syncStatus'),
    readFact(meta, 'copy'),
    readFact(meta, 'storeLoss'),
    readFact(meta, 'noRoom'),
    readFact(meta, 'rescuedFor'),
    readFact(meta, 'commissioned'),
  ]);
  return {
    waiting: waiting.count,
    oldestWaitingAt: waiting.oldestAt,
    parked: parkedRows,
    setAside: aside,
    isRescued: rescuedFor !== undefined,
    noted,
    lastSeq: chain?.lastSeq ?? 0,
    lastResponseAt: chain?.lastResponseAt ?? null,
    storeEpoch: chain?.storeEpoch ?? null,
    sync: sync ?? NO_SYNC_YET,
    copy: copy ?? null,
    storeLoss: loss === undefined || loss.seen ? null : loss,
    noRoom: noRoom ?? (noRoomAt === null ? null : { at: noRoomAt }),
    commissioned: commissioned ?? null,
  };
}
