import { cleanup, configure, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { aContact } from '../../data/aContact.ts';
import { aResponse } from '../../data/aResponse.ts';
import { recordContact } from '../../data/recordContact.ts';
import { recordResponse } from '../../data/recordResponse.ts';
import { rehearsedDevice } from '../../data/rehearsedDevice.ts';
import { deviceWords } from '../../i18n/device/index.ts';
import { DevicePage } from './DevicePage.tsx';
import { formatMoment } from './formats.ts';

const YEAR = 365 * 86_400_000;

const device = {
  enrolment: {
    serverId: 's',
    deviceId: 'd',
    deviceName: 'Lobby 3',
    devicePin: '1',
    enrolledAt: 0,
    code: 'c',
  },
  touchpoint: { touchpointId: 't', name: 'Gate B12', timezone: 'Europe/Riga' },
  survey: { surveyId: 'v', questionnaireId: 'q', questionnaireVersion: '1', definition: { elements: [] } },
};

beforeAll(() => configure({ asyncUtilTimeout: 20_000 }));
afterEach(cleanup);

it('a device whose clock is a year ahead says when things really were', async () => {
  const storage = rehearsedDevice();
  await recordResponse(storage, aResponse());
  await recordContact(storage, aContact({ clockOffset: -YEAR }));
  const words = { language: 'en', say: deviceWords('en') } as const;
  render(<DevicePage device={device} storage={storage} {...words} onClose={cleanup} />);
  const right = formatMoment(storage.clock.now() - YEAR, 'en');
  // The oldest that waits, the last contact, the last response.
  expect(await screen.findAllByText((text) => text.includes(right))).toHaveLength(3);
  expect(screen.queryAllByText((text) => text.includes(formatMoment(storage.clock.now(), 'en')))).toEqual([]);
});
