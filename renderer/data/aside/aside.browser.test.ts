import { expect, it } from 'vitest';
import { aResponse } from '../aResponse.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { compactOutbox } from '../outbox/compactOutbox.ts';
import { readBatch } from '../readBatch.ts';
import { readDeviceStatus } from '../readDeviceStatus.ts';
import { recordResponse } from '../recordResponse.ts';
import { rehearsedDevice, type SetClock } from '../rehearsedDevice.ts';
import { saveEnrolment, type NewEnrolment } from '../saveEnrolment.ts';
import { settleBatch } from '../settleBatch.ts';
import { bringBackAside } from './bringBackAside.ts';
import { readAllAside, readAside, readAsideContents } from './readAside.ts';

const enrolment = (serverId: string): NewEnrolment => ({
  enrolment: { serverId, deviceId: `of ${serverId}`, deviceName: 'T', devicePin: '1', enrolledAt: 1, code: serverId },
  touchpoint: { touchpointId: 't', name: 'Till', timezone: 'Europe/Riga' },
  survey: { surveyId: 's', questionnaireId: 'q', questionnaireVersion: '1', definition: { id: 'q' } },
});

const record = async (storage: DeviceStorage & { clock: SetClock }, count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) {
    storage.clock.wall += 1_000;
    await recordResponse(storage, aResponse());
  }
};

/** A device that has moved: of 6 responses of the first server one was sent; 4 lie in a segment, 2 in rows. */
async function moved() {
  const storage = rehearsedDevice();
  await saveEnrolment(storage, enrolment('first'));
  await record(storage, 4);
  storage.clock.wall += 120_000;
  expect(await compactOutbox(storage, { size: 4, youngerThan: 60_000 })).toBe(true);
  await record(storage, 2);
  await settleBatch(storage, [{ seq: 2, verdict: 'stored' }]);
  await saveEnrolment(storage, enrolment('second'));
  return storage;
}

it('lists what is set aside for another server one by one, what was never sent first', async () => {
  const storage = await moved();
  const listed = await readAside(storage);
  expect(listed.map(({ seq, state }) => [seq, state])).toEqual([
    [1, 'unsent'],
    [3, 'unsent'],
    [4, 'unsent'],
    [5, 'unsent'],
    [6, 'unsent'],
    [2, 'sent'],
  ]);
  expect((await readDeviceStatus(storage)).setAside).toBe(3);
});

it('shows each with its words, whose it is, and all of them for a file', async () => {
  const storage = await moved();
  const all = await readAllAside(storage);
  expect(all.map(({ row }) => row?.seq)).toEqual([1, 2, 3, 4, 5, 6]);
  for (const { id, seq } of await readAside(storage)) {
    const contents = await readAsideContents(storage, { id, seq });
    expect(contents).toEqual(all.find(({ row }) => row?.seq === seq));
    expect(contents?.former).toMatchObject({ serverId: 'first', deviceId: 'of first' });
    expect(JSON.parse(contents?.row?.payload ?? '')).toMatchObject({ answers: { '/data/face': '4' } });
  }
});

it('lists what could not be read, too, and gives it as it stands', async () => {
  const storage = rehearsedDevice();
  const row = { responseId: 'x', savedAt: 'when?' };
  const id = await storage.database.setAside.add({ from: 'drafts', at: 5, row });
  expect(await readAside(storage)).toEqual([{ id, seq: null, recordedAt: 5, state: 'unreadable' }]);
  expect(await readAsideContents(storage, { id, seq: null })).toMatchObject({ former: null, row: null, raw: row });
});

it('E6 what was set aside is sent once the device belongs to its server again, and to no other', async () => {
  const storage = await moved();
  expect(await bringBackAside(storage)).toBe(0);
  await record(storage, 1);
  const ids = (await readAllAside(storage)).map(({ row }) => row?.responseId).sort();
  await saveEnrolment(storage, enrolment('first'));
  expect(await bringBackAside(storage)).toBe(6);
  expect(await readAside(storage)).toMatchObject([{ state: 'unsent' }]);
  const batch = await readBatch(storage, 9);
  expect(batch?.items.map(({ responseId }) => responseId).sort()).toEqual(ids);
  expect(batch?.items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  // Since when they wait is since they were recorded.
  expect((await readDeviceStatus(storage)).oldestWaitingAt).toBe(1_800_000_001_000);
  expect(await bringBackAside(storage)).toBe(0);
  await record(storage, 1);
  expect((await readBatch(storage, 9))?.items).toHaveLength(7);
});

it('leaves set aside what cannot be read', async () => {
  const storage = await moved();
  await storage.database.setAside.toCollection().modify(({ row }) => {
    const { segment } = row as { segment?: { packed: ArrayBuffer } };
    if (segment !== undefined) segment.packed = new ArrayBuffer(3);
  });
  await saveEnrolment(storage, enrolment('first'));
  expect(await bringBackAside(storage)).toBe(2);
  const [first] = await readAside(storage);
  const contents = await readAsideContents(storage, first ?? { id: 0, seq: 0 });
  expect(contents).toMatchObject({ state: 'unreadable', row: null, former: { serverId: 'first' } });
});
