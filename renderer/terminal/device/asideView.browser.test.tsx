import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { makeUuidV7 } from '../../../core/kernel/index.ts';
import { aResponse } from '../../data/aResponse.ts';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import { openDeviceStorage } from '../../data/openDeviceStorage.ts';
import type { EnrolledDevice } from '../../data/readEnrolment.ts';
import { recordResponse } from '../../data/recordResponse.ts';
import { saveEnrolment } from '../../data/saveEnrolment.ts';
import { settleBatch } from '../../data/settleBatch.ts';
import { deviceWords } from '../../i18n/device/index.ts';
import { systemClock, systemRandom } from '../../platform/systemPorts.ts';
import { DevicePage } from './DevicePage.tsx';

const device = (serverId: string): EnrolledDevice => ({
  enrolment: {
    serverId,
    deviceId: `of ${serverId}`,
    deviceName: 'Lobby 3',
    devicePin: '1',
    enrolledAt: 0,
    code: serverId,
  },
  touchpoint: { touchpointId: 't', name: 'Gate B12', timezone: 'Europe/Riga' },
  survey: {
    surveyId: 'v',
    questionnaireId: 'q',
    questionnaireVersion: '1',
    definition: { id: 'x', elements: [] },
  },
});

let storage: DeviceStorage;
let saved: { readonly name: string; readonly text: Promise<string> }[];
beforeAll(() => configure({ asyncUtilTimeout: 20_000 }));
beforeEach(() => {
  const ports = { clock: systemClock, random: systemRandom };
  storage = openDeviceStorage(ports, `test-${makeUuidV7(Date.now(), systemRandom)}`);
  saved = [];
  const files = new Map<string, Blob>();
  const create = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = create(blob);
    files.set(url, blob as Blob);
    return url;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const file = files.get(this.href);
    if (file !== undefined) saved.push({ name: this.download, text: file.text() });
  });
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await storage.database.delete();
});

const press = async (name: string | RegExp): Promise<void> =>
  void fireEvent.click(await screen.findByRole('button', { name }));
const savedJson = async (index: number): Promise<unknown> => JSON.parse((await saved[index]?.text) ?? '');

it('leads to what is kept aside for another server, shows one in words, and saves one and all', async () => {
  await saveEnrolment(storage, device('first'));
  const [sent, unsent] = [aResponse('5'), aResponse('1')];
  await recordResponse(storage, sent);
  await recordResponse(storage, unsent);
  await settleBatch(storage, [{ seq: 1, verdict: 'stored' }]);
  await storage.database.setAside.add({ from: 'drafts', at: 5, row: { odd: true } });
  await saveEnrolment(storage, device('second'));
  const words = { language: 'en', say: deviceWords('en') } as const;
  render(<DevicePage device={device('second')} storage={storage} {...words} onClose={cleanup} />);

  expect(
    await screen.findByText('1 response collected for another server is kept aside, not sent'),
  ).toBeDefined();
  expect(screen.getByText('1 record that cannot be read is kept aside for repair')).toBeDefined();
  expect(screen.queryByText('Everything has been sent')).toBeNull();
  await press('Look at what is kept aside');
  const listed = await screen.findAllByRole('listitem');
  expect(listed.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Response 2.*collected for another server, not sent$/),
    expect.stringMatching(/^Record.*cannot be read$/),
    expect.stringMatching(/^Response 1.*collected for another server, sent there$/),
  ]);
  await press('Save all as one file');
  await expect.poll(() => saved.length).toBe(1);
  expect(await savedJson(0)).toMatchObject({ setAside: { length: 3 } });

  await press(/^Response 2/);
  expect(await screen.findByText('first')).toBeDefined();
  expect(screen.getByText('of first')).toBeDefined();
  expect(screen.getByText('/data/face')).toBeDefined();
  await press('Save as a file');
  await expect.poll(() => saved.length).toBe(2);
  expect(saved[1]?.name).toBe(`set-aside-response-2-${unsent.responseId}.json`);
  expect(await savedJson(1)).toMatchObject({
    setAside: 'unsent',
    serverId: 'first',
    seq: 2,
    response: { responseId: unsent.responseId, answers: { '/data/face': '1' } },
  });

  await press('Back');
  await press(/^Record/);
  expect(await screen.findByText(/^This response cannot be read here/)).toBeDefined();
  await press('Save as a file');
  await expect.poll(() => saved.length).toBe(3);
  expect(await savedJson(2)).toMatchObject({ setAside: 'unreadable', raw: { odd: true } });
});
