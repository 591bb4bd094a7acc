import { expect, it } from 'vitest';
import { aResponse } from '../data/aResponse.ts';
import { readBatch } from '../data/readBatch.ts';
import { readDeviceStatus } from '../data/readDeviceStatus.ts';
import { recordResponse } from '../data/recordResponse.ts';
import { saveEnrolment, type NewEnrolment } from '../data/saveEnrolment.ts';
import { compareWitnesses } from '../data/witnesses/compareWitnesses.ts';
import { newDevice, startLife, type DeviceLife } from './rehearsal/deviceLife.ts';
import { forgetDevice } from './rehearsal/forgetDevice.ts';

const enrolment = (serverId: string, deviceId: string): NewEnrolment => ({
  enrolment: { serverId, deviceId, deviceName: 'Till 1', devicePin: '1234', enrolledAt: 1, code: deviceId },
  touchpoint: { touchpointId: 't', name: 'Till', timezone: 'Europe/Riga' },
  survey: { surveyId: 's', questionnaireId: 'q', questionnaireVersion: '1', definition: { id: 'q' } },
});

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
