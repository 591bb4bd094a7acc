import { openDeviceStorage } from '../../renderer/data/openDeviceStorage.ts';
import { readResponses, recordedNumbers } from '../../renderer/data/outbox/recorded.ts';
import { readBatch } from '../../renderer/data/readBatch.ts';
import { readDeviceStatus } from '../../renderer/data/readDeviceStatus.ts';
import { recordCutOffDrafts } from '../../renderer/data/recordCutOffDrafts.ts';
import { recordResponse } from '../../renderer/data/recordResponse.ts';
import { aResponse } from '../../renderer/data/aResponse.ts';
import { settleBatch } from '../../renderer/data/settleBatch.ts';
import { probeRoom } from '../../renderer/data/probeRoom.ts';
import { compareWitnesses } from '../../renderer/data/witnesses/compareWitnesses.ts';
import { keepMending } from '../../renderer/data/witnesses/keepMending.ts';
import { saveDraft } from '../../renderer/data/saveDraft.ts';
import { openJournal } from '../../renderer/platform/journal/openJournal.ts';
import { localSentinel } from '../../renderer/platform/localSentinel.ts';
import { systemClock, systemRandom } from '../../renderer/platform/systemPorts.ts';
import { enrolDevice } from '../../renderer/sync/enrolDevice.ts';
import { startSync } from '../../renderer/sync/startSync.ts';

const journal = openJournal();
const storage = openDeviceStorage({
  clock: systemClock,
  random: systemRandom,
  witnesses: { journal, sentinel: localSentinel },
});
const appVersion = 'test';
/** Everything that is kept, in rows and in segments. */
const readRecorded = async () => {
  const everything = { from: 1, to: Number.MAX_SAFE_INTEGER };
  const numbers = await recordedNumbers(storage.database, everything);
  const seqs = numbers.flatMap(({ from, to }) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index),
  );
  return readResponses(storage.database, seqs);
};
const readStorageState = async () => ({ persisted: null, usedBytes: null, quotaBytes: null });

/** What a test may ask of the device in this page: the shipped code, without a screen in front of it. */
const device = {
  storage,
  journal,
  compareWitnesses,
  probeRoom,
  keepMending: () => keepMending(storage),
  settleBatch,
  recordResponse,
  saveDraft,
  recordCutOffDrafts,
  readBatch,
  readRecorded,
  readDeviceStatus,
  aResponse,
  enrol: (code: string) => enrolDevice({ storage, appVersion }, code),
  startSync: () => startSync({ storage, appVersion, readStorageState }),
};

export type DevicePage = typeof device;

window.device = device;
