import { aResponse } from '../../renderer/data/aResponse.ts';
import { openDeviceStorage } from '../../renderer/data/openDeviceStorage.ts';
import { compactOutbox } from '../../renderer/data/outbox/compactOutbox.ts';
import { summariseWaiting } from '../../renderer/data/outbox/waiting.ts';
import { readDeviceStatus } from '../../renderer/data/readDeviceStatus.ts';
import { recordResponse } from '../../renderer/data/recordResponse.ts';
import { openJournal } from '../../renderer/platform/journal/openJournal.ts';
import { localSentinel } from '../../renderer/platform/localSentinel.ts';
import { systemClock, systemRandom } from '../../renderer/platform/systemPorts.ts';
import { enrolDevice } from '../../renderer/sync/enrolDevice.ts';
import { startSync } from '../../renderer/sync/startSync.ts';
import { queueMany, whose } from './queueMany.ts';
import { sameResponses } from './sameResponses.ts';

const journal = openJournal();
const witnesses = { journal, sentinel: localSentinel };
const storage = openDeviceStorage({ clock: systemClock, random: systemRandom, witnesses }, 'earshot');
const readStorageState = async () => ({ persisted: null, usedBytes: null, quotaBytes: null });

const AT_ONCE = 500;

/** Responses given while there was no network, put together in the background since: as they lie when the network comes back. */
window.fill = async (count) => {
  const mine = await whose(storage);
  for (let from = 0; from < count; from += AT_ONCE)
    await queueMany({ storage, journal }, sameResponses(Math.min(AT_ONCE, count - from), mine));
  const begin = performance.now();
  while (await compactOutbox(storage));
  return performance.now() - begin;
};

window.enrol = async (code) => {
  const enrolled = await enrolDevice({ storage, appVersion: 'bench' }, code);
  if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.error.kind} ${enrolled.error.detail}`);
};

/** Until the outbox is empty on the disk: every verdict has been applied. */
window.drain = async () => {
  const begin = performance.now();
  const stop = startSync({ storage, appVersion: 'bench', readStorageState });
  while (
    (await storage.database.waitingRuns.limit(1).count()) > 0 ||
    (await summariseWaiting(storage.database)).count > 0
  )
    await new Promise((resolve) => setTimeout(resolve, 50));
  const took = performance.now() - begin;
  stop();
  return took;
};

const finishOne = async (): Promise<number> => {
  const response = aResponse('4', await whose(storage));
  const begin = performance.now();
  const recorded = await recordResponse(storage, response);
  if (!recorded.ok) throw new Error(recorded.error.detail);
  return performance.now() - begin;
};

/** Responses finished while a drain is under way, one every so many milliseconds: how long each took to be durable. */
window.finishWhileDraining = async (pause) => {
  const times: number[] = [];
  let drained = false;
  const draining = window.drain(0).then(() => (drained = true));
  const isDrained = (): boolean => drained;
  while (!isDrained()) {
    times.push(await finishOne());
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  await draining;
  return times;
};

/** Milliseconds since the page was asked for: until it knows what waits, and until a response could be durable. */
window.start = async () => {
  const { waiting } = await readDeviceStatus(storage);
  const known = performance.now();
  await finishOne();
  return { waiting, known, durable: performance.now() };
};
