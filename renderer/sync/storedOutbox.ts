import type { Result } from '../../core/kernel/index.ts';
import { blameItem } from '../data/blameItem.ts';
import type { StoreLoss } from '../data/deviceDatabase.ts';
import type { DeviceStorage } from '../data/deviceStorage.ts';
import { readForSending } from '../data/readBatch.ts';
import { readHealth, type MemoryHealth } from '../data/readHealth.ts';
import { recordContact, recordProblem } from '../data/recordContact.ts';
import { rewindOutbox } from '../data/rewindOutbox.ts';
import { rotateStoreEpoch } from '../data/rotateStoreEpoch.ts';
import { settleBatch } from '../data/settleBatch.ts';
import { withinDeadline, type StorageFailure } from '../data/withinDeadline.ts';
import type { OutboxPort } from './ports.ts';

/** What the browser says about the storage, for the heartbeat. `null`: it does not say. */
export type StorageReport = () => Promise<{
  readonly persisted: boolean | null;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}>;

export interface StoredOutboxOptions {
  readonly storage: DeviceStorage;
  readonly appVersion: string;
  readonly readStorageState: StorageReport;
}

/** The pump's memory is the device's, each access with a deadline: a storage that hangs must not hang the pump. */
export const storedOutbox = ({ storage, appVersion, readStorageState }: StoredOutboxOptions): OutboxPort => {
  const within = async <T>(work: () => PromiseLike<T>): Promise<T> =>
    valueOf(await withinDeadline(storage, work));
  return {
    readBatch: (wanted) =>
      within<Awaited<ReturnType<OutboxPort['readBatch']>>>(() => readForSending(storage, wanted)),
    settle: (settled, committed) => within(() => settleBatch(storage, settled, committed)),
    blame: (seq) => within(() => blameItem(storage, seq)),
    rewind: async (highWater, chain, serverNow) => {
      await within(() => rewindOutbox(storage, highWater, chain, serverNow));
    },
    renewEpoch: async () => {
      await within(() => rotateStoreEpoch(storage));
    },
    recordContact: (contact) => within(() => recordContact(storage, contact)),
    recordProblem: (problem, stopped) => within(() => recordProblem(storage, problem, stopped)),
    readHealth: async () => {
      const memory = await within(() => readHealth(storage));
      if (memory === null) return null;
      const { storeEpoch, firstSeq, lastSeq, questionnaireVersion, cursor, server } = memory;
      const health = toHealth(memory, await readStorageState(), appVersion);
      return { storeEpoch, firstSeq, lastSeq, questionnaireVersion, cursor, server, health };
    },
  };
};

function toHealth(memory: MemoryHealth, state: Awaited<ReturnType<StorageReport>>, appVersion: string) {
  const {
    waiting,
    parked,
    oldestWaitingAt,
    lastResponseAt,
    storeLoss,
    setAside,
    copyMissing,
    noRoom,
    commissioned,
  } = memory;
  return {
    waiting,
    parked,
    appVersion,
    commissioned,
    ...(oldestWaitingAt === null ? {} : { oldestWaitingAt }),
    ...(lastResponseAt === null ? {} : { lastResponseAt }),
    ...(state.persisted === null ? {} : { storagePersisted: state.persisted }),
    ...(state.usedBytes === null ? {} : { storageUsedBytes: state.usedBytes }),
    ...(state.quotaBytes === null ? {} : { storageQuotaBytes: state.quotaBytes }),
    ...(storeLoss === null ? {} : { storeLoss: lossOf(storeLoss) }),
    ...(setAside > 0 ? { setAside } : {}),
    ...(copyMissing ? { copyMissing } : {}),
    ...(noRoom ? { noRoom } : {}),
  };
}

function valueOf<T>(result: Result<T, StorageFailure>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.kind}: ${result.error.detail}`);
}

const lossOf = ({ at, restored, lost, uncertain = false }: StoreLoss) => ({
  at,
  restored,
  lost,
  ...(uncertain ? { uncertain } : {}),
});
