import { expect, it } from 'vitest';
import { aResponse } from '../data/aResponse.ts';
import { bringBackAside } from '../data/aside/bringBackAside.ts';
import { readBatch } from '../data/readBatch.ts';
import { readDeviceStatus } from '../data/readDeviceStatus.ts';
import { recordResponse } from '../data/recordResponse.ts';
import { saveEnrolment, type NewEnrolment } from '../data/saveEnrolment.ts';
import { settleBatch } from '../data/settleBatch.ts';
import { compareWitnesses } from '../data/witnesses/compareWitnesses.ts';
import { newDevice, startLife, type Device, type DeviceLife } from './rehearsal/deviceLife.ts';
import { forgetDevice } from './rehearsal/forgetDevice.ts';

const enrolment = (serverId: string, deviceId: string): NewEnrolment => ({
  enrolment: { serverId, deviceId, deviceName: 'Till 1', devicePin: '1234', enrolledAt: 1, code: deviceId },
  touchpoint: { touchpointId: 't', name: 'Till', timezone: 'Europe/Riga' },
  survey: { surveyId: 's', questionnaireId: 'q', questionnaireVersion: '1', definition: { id: 'q' } },
});

const compare = async ({ storage }: DeviceLife): Promise<void> => {
  await compareWitnesses(storage);
  await storage.witnesses?.repaired;
};

/** A device of the server `ours` that lost its database, after the next start. */
async function rescued(): Promise<{ life: DeviceLife; finish: () => Promise<void> }> {
  const device = newDevice();
  const before = startLife(device, null);
  await saveEnrolment(before.storage, enrolment('ours', 'd1'));
  for (const face of ['1', '5'])
    expect((await recordResponse(before.storage, aResponse(face))).ok).toBe(true);
  before.end();
  await before.storage.database.delete();
  const life = startLife(device, null);
  await compareWitnesses(life.storage);
  await life.storage.witnesses?.repaired;
  expect(await readDeviceStatus(life.storage)).toMatchObject({ waiting: 2, isRescued: true });
  const finish = async (): Promise<void> => {
    life.end();
    await forgetDevice(device);
  };
  return { life, finish };
}

it('what was rescued goes to the server it was collected for, under whatever name', async () => {
  const { life, finish } = await rescued();
  await saveEnrolment(life.storage, enrolment('ours', 'd2'));
  expect((await readBatch(life.storage, 9))?.items.map(({ seq }) => seq)).toEqual([1, 2]);
  const status = await readDeviceStatus(life.storage);
  expect(status).toMatchObject({ waiting: 2, setAside: 0, isRescued: false });
  await finish();
});

it('B10 what the former server took before is no hole under the new name', async () => {
  const device = newDevice();
  const before = startLife(device, null);
  await compare(before);
  await saveEnrolment(before.storage, enrolment('ours', 'd1'));
  for (const face of ['1', '2', '5']) await recordResponse(before.storage, aResponse(face));
  await settleBatch(before.storage, [
    { seq: 1, verdict: 'stored' },
    { seq: 2, verdict: 'stored' },
  ]);
  await before.journal.check();
  before.end();
  await before.storage.database.delete();
  const life = startLife(device, null);
  await compare(life);
  await saveEnrolment(life.storage, enrolment('ours', 'd2'));
  expect(await readBatch(life.storage, 9)).toMatchObject({ firstSeq: 3, items: [{ seq: 3 }] });
  life.end();
  await forgetDevice(device);
});

it('at another server it is set aside, and never sent there, also not after the next start', async () => {
  const { life, finish } = await rescued();
  await saveEnrolment(life.storage, enrolment('another', 'd2'));
  expect(await readBatch(life.storage, 9)).toBeNull();
  await recordResponse(life.storage, aResponse());
  expect((await readBatch(life.storage, 9))?.items.map(({ seq }) => seq)).toEqual([1]);
  const status = await readDeviceStatus(life.storage);
  expect(status).toMatchObject({ waiting: 1, setAside: 2, isRescued: false });
  const aside = await life.storage.database.setAside.toArray();
  expect(aside.map(({ row }) => row)).toMatchObject([
    { serverId: 'ours', unsent: true, response: { seq: 1 } },
    { serverId: 'ours', unsent: true, response: { seq: 2 } },
  ]);
  if (life.storage.witnesses !== undefined) life.storage.witnesses.compared = null;
  await compareWitnesses(life.storage);
  await life.storage.witnesses?.repaired;
  expect(await readDeviceStatus(life.storage)).toMatchObject({ waiting: 1, setAside: 2 });
  await finish();
});

/** Two were answered for `ours` and not sent; then the device moved to another server, where one was answered. */
async function moved(): Promise<{ device: Device; life: DeviceLife }> {
  const device = newDevice();
  const life = startLife(device, null);
  await saveEnrolment(life.storage, enrolment('ours', 'd1'));
  for (const face of ['1', '5']) await recordResponse(life.storage, aResponse(face));
  await saveEnrolment(life.storage, enrolment('another', 'd2'));
  expect((await recordResponse(life.storage, aResponse('3'))).ok).toBe(true);
  life.end();
  return { device, life };
}

it.each(['kept', 'lost, too'])(
  'what was set aside has a second copy, and comes back from it as set aside: the sentinel is %s',
  async (sentinel) => {
    const { device, life: before } = await moved();
    await before.storage.database.delete();
    const life = startLife(sentinel === 'kept' ? device : { ...newDevice(), name: device.name }, null);
    await compare(life);
    expect(await readDeviceStatus(life.storage)).toMatchObject({
      waiting: 1,
      setAside: 2,
      isRescued: true,
      storeLoss: { restored: 1, lost: 0 },
    });
    expect((await life.storage.database.setAside.toArray()).map(({ row }) => row)).toMatchObject([
      { serverId: 'ours', unsent: true, response: { seq: 1 } },
      { serverId: 'ours', unsent: true, response: { seq: 2 } },
    ]);
    await saveEnrolment(life.storage, enrolment('another', 'd3'));
    expect((await readBatch(life.storage, 9))?.items.map(({ seq }) => seq)).toEqual([1]);
    await saveEnrolment(life.storage, enrolment('ours', 'd4'));
    expect(await bringBackAside(life.storage)).toBe(2);
    expect((await readBatch(life.storage, 9))?.items).toHaveLength(2);
    life.end();
    await forgetDevice(device);
  },
);

it('what was set aside is counted as lost where its copies are lost, too', async () => {
  const { device, life: before } = await moved();
  await before.storage.database.delete();
  await forgetDevice({ ...device, name: 'another database' });
  const life = startLife(device, null);
  await compare(life);
  expect(await readDeviceStatus(life.storage)).toMatchObject({
    setAside: 0,
    storeLoss: { restored: 0, lost: 3 },
  });
  life.end();
  await forgetDevice(device);
});

it('what is set aside gets copies again where they were lost', async () => {
  const { device } = await moved();
  await forgetDevice({ ...device, name: 'another database' });
  const life = startLife(device, null);
  await compare(life);
  const copies = async () => {
    const held = await life.journal.check();
    if (!held.ok) throw new Error(held.error);
    return held.value.epochs.flatMap(({ serverId, unreleased }) =>
      unreleased.map((range) => ({ serverId, ...range })),
    );
  };
  expect(await copies()).toEqual([
    { serverId: 'another', from: 1, to: 1 },
    { serverId: 'ours', from: 1, to: 2 },
  ]);
  expect(device.sentinel.read()).toMatchObject({ unsent: 1, aside: 2 });
  life.end();
  await forgetDevice(device);
});

it('E6 a copy that is all that is left names its server: at another one nothing of it is sent', async () => {
  const device = newDevice();
  const before = startLife(device, null);
  await saveEnrolment(before.storage, enrolment('ours', 'd1'));
  for (const face of ['1', '5']) await recordResponse(before.storage, aResponse(face));
  before.end();
  await before.storage.database.delete();
  const life = startLife({ ...newDevice(), name: device.name }, null);
  await compare(life);
  expect(await readDeviceStatus(life.storage)).toMatchObject({ waiting: 2, isRescued: true });
  await saveEnrolment(life.storage, enrolment('another', 'd2'));
  expect(await readBatch(life.storage, 9)).toBeNull();
  expect(await readDeviceStatus(life.storage)).toMatchObject({ waiting: 0, setAside: 2 });
  life.end();
  await forgetDevice(device);
});
