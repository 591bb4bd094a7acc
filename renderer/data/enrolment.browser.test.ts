import { describe, expect, it } from 'vitest';
import { aResponse } from './aResponse.ts';
import { checkStorage } from './checkStorage.ts';
import { readBatch } from './readBatch.ts';
import { readDeviceStatus } from './readDeviceStatus.ts';
import { readEnrolment } from './readEnrolment.ts';
import { recordResponse } from './recordResponse.ts';
import { rehearsedDevice } from './rehearsedDevice.ts';
import { saveEnrolment, type NewEnrolment } from './saveEnrolment.ts';
import { settleBatch } from './settleBatch.ts';

const enrolment = (deviceId: string, serverId = 'server'): NewEnrolment => ({
  enrolment: { serverId, deviceId, deviceName: 'Till 1', devicePin: '1234', enrolledAt: 1, code: `code-${deviceId}` },
  touchpoint: { touchpointId: 't', name: 'Till', timezone: 'Europe/Riga' },
  survey: { surveyId: 's', questionnaireId: 'q', questionnaireVersion: '1', definition: { id: 'q' } },
});

describe('enrolment on the device', () => {
  it('is null before, and all of it after', async () => {
    const storage = rehearsedDevice();
    expect(await readEnrolment(storage)).toBeNull();
    await saveEnrolment(storage, enrolment('d1'));
    expect(await readEnrolment(storage)).toEqual(enrolment('d1'));
  });

  it('E3 as the same device again keeps the sequence and what waits', async () => {
    const storage = rehearsedDevice();
    await saveEnrolment(storage, enrolment('d1'));
    await recordResponse(storage, aResponse());
    const before = await readDeviceStatus(storage);
    await saveEnrolment(storage, enrolment('d1'));
    expect(await readDeviceStatus(storage)).toEqual(before);
  });

  it('as another device begins a new sequence and sets the former responses aside, sent or not', async () => {
    const storage = rehearsedDevice();
    await saveEnrolment(storage, enrolment('d1'));
    const [sent, unsent] = [aResponse('5'), aResponse('1')];
    await recordResponse(storage, sent);
    await recordResponse(storage, unsent);
    await settleBatch(storage, [{ seq: 1, verdict: 'stored' }]);
    const before = await readDeviceStatus(storage);
    await saveEnrolment(storage, enrolment('d2', 'another server'));
    const after = await readDeviceStatus(storage);
    expect(after).toMatchObject({ waiting: 0, lastSeq: 0, setAside: 2, sync: { acknowledgedAt: null } });
    expect(after.storeEpoch).not.toBe(before.storeEpoch);
    const aside = await storage.database.setAside.toArray();
    expect(aside.map(({ row }) => row)).toMatchObject([
      { deviceId: 'd1', storeEpoch: before.storeEpoch, unsent: false, response: { responseId: sent.responseId } },
      { deviceId: 'd1', storeEpoch: before.storeEpoch, unsent: true, response: { responseId: unsent.responseId } },
    ]);
    await recordResponse(storage, aResponse());
    expect((await readBatch(storage, 9))?.items.map(({ seq }) => seq)).toEqual([1]);
  });

  it('is preceded by a look whether this browser keeps anything at all', async () => {
    const storage = rehearsedDevice();
    await recordResponse(storage, aResponse());
    expect(await checkStorage(storage)).toEqual({ ok: true, value: undefined });
    expect(await storage.database.meta.toCollection().primaryKeys()).toEqual(['chain']);
  });
});
