import { expect, it } from 'vitest';
import { aResponse } from '../data/aResponse.ts';
import { recordResponse } from '../data/recordResponse.ts';
import { rehearsedDevice } from '../data/rehearsedDevice.ts';
import { saveEnrolment } from '../data/saveEnrolment.ts';
import { settleBatch } from '../data/settleBatch.ts';
import { noteStoreLoss } from '../data/witnesses/storeLoss.ts';
import { storedOutbox } from './storedOutbox.ts';

const enrolment = (serverId: string) => ({
  enrolment: { serverId, deviceId: serverId, deviceName: 'T', devicePin: '1', enrolledAt: 1, code: serverId },
  touchpoint: { touchpointId: 't', name: 'Till', timezone: 'Europe/Riga' },
  survey: { surveyId: 's', questionnaireId: 'q', questionnaireVersion: '1', definition: { id: 'q' } },
});

it('H3 a hello tells what the device keeps for another server and what it lost, where there is any', async () => {
  const storage = rehearsedDevice();
  const outbox = storedOutbox({
    storage,
    appVersion: '1',
    readStorageState: async () => ({ persisted: null, usedBytes: null, quotaBytes: null }),
  });
  await saveEnrolment(storage, enrolment('first'));
  for (let count = 0; count < 3; count += 1) await recordResponse(storage, aResponse());
  const lastResponseAt = storage.clock.now();
  const moments = { oldestWaitingAt: lastResponseAt, lastResponseAt };
  const nothing = { waiting: 3, parked: 0, appVersion: '1', commissioned: false, ...moments };
  expect((await outbox.readHealth())?.health).toEqual(nothing);
  await settleBatch(storage, [{ seq: 1, verdict: 'stored' }]);
  await saveEnrolment(storage, enrolment('second'));
  await noteStoreLoss(storage, { restored: 4, lost: 2, uncertain: true, recopied: 0 });
  expect((await outbox.readHealth())?.health).toMatchObject({
    waiting: 0,
    setAside: 2,
    storeLoss: { at: lastResponseAt, restored: 4, lost: 2, uncertain: true },
  });
});
