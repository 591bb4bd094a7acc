import { expect, it } from 'vitest';
import { rehearsedDevice } from '../data/rehearsedDevice.ts';
import { saveEnrolment } from '../data/saveEnrolment.ts';
import { stayingEnrolled } from './stayingEnrolled.ts';

const made = {
  enrolment: {
    serverId: 'server',
    deviceId: 'd1',
    deviceName: 'Till 1',
    devicePin: '1234',
    enrolledAt: 1,
    code: 'code',
  },
  touchpoint: { touchpointId: 't', name: 'Till', timezone: 'Europe/Riga' },
  survey: { surveyId: 's', questionnaireId: 'q', questionnaireVersion: '1', definition: { id: 'q' } },
};

it('a terminal whose database is thrown away under it is still itself, so that nobody’s answers go with the screen', async () => {
  const storage = rehearsedDevice();
  const read = stayingEnrolled(storage);
  expect(await read()).toBeNull();
  await saveEnrolment(storage, made);
  expect(await read()).toMatchObject(made);
  await storage.database.delete({ disableAutoOpen: false });
  expect(await read()).toMatchObject(made);
  storage.database.close();
  expect(await read(), 'where nothing can be read').toMatchObject(made);
});

it('a storage that could never be read is no device without an enrolment', async () => {
  const storage = rehearsedDevice();
  storage.database.close();
  await expect(stayingEnrolled(storage)()).rejects.toThrow();
});
