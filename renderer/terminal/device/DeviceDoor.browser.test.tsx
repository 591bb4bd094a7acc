import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import sample from '../../../assets/questionnaires/sample.json';
import { makeUuidV7 } from '../../../core/kernel/index.ts';
import type { Response } from '../../../core/response/index.ts';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import { openDeviceStorage } from '../../data/openDeviceStorage.ts';
import { aContact } from '../../data/aContact.ts';
import type { EnrolledDevice } from '../../data/readEnrolment.ts';
import { recordContact, recordProblem } from '../../data/recordContact.ts';
import { recordResponse } from '../../data/recordResponse.ts';
import { settleBatch } from '../../data/settleBatch.ts';
import { systemClock, systemRandom } from '../../platform/systemPorts.ts';
import { DeviceDoor } from './DeviceDoor.tsx';

const ports = { clock: systemClock, random: systemRandom };
const device = (devicePin: string): EnrolledDevice => ({
  enrolment: {
    serverId: 's',
    deviceId: 'device-1',
    deviceName: 'Lobby 3',
    devicePin,
    enrolledAt: 0,
    code: 'x',
  },
  touchpoint: { touchpointId: 't', name: 'Gate B12', timezone: 'Europe/Riga' },
  survey: { surveyId: 'v', questionnaireId: 'visit', questionnaireVersion: '7', definition: sample },
});

const response = (): Response => ({
  schema: 1,
  responseId: makeUuidV7(Date.now(), systemRandom),
  rev: 1,
  surveyId: 'v',
  questionnaireId: 'visit',
  questionnaireVersion: '7',
  touchpointId: 't',
  deviceId: 'device-1',
  channel: 'terminal',
  language: 'en',
  startedAt: 1,
  finishedAt: 2,
  timezone: 'UTC',
  endedBy: 'finished',
  answers: { '/data/visit': '5' },
  paradata: [],
});

let storage: DeviceStorage | undefined;
afterEach(async () => {
  cleanup();
  localStorage.clear();
  await storage?.database.delete();
});

function stand(pin: string): DeviceStorage {
  storage = openDeviceStorage(ports, `test-${makeUuidV7(Date.now(), systemRandom)}`);
  document.documentElement.lang = 'en';
  render(<DeviceDoor device={device(pin)} storage={storage} onClose={cleanup} />);
  return storage;
}

const type = (digits: string): void => {
  for (const digit of digits) fireEvent.click(screen.getByRole('button', { name: digit }));
};

it('opens with the PIN and tells what waits, live', async () => {
  const here = stand('2580');
  await recordResponse(here, response());
  type('2580');
  expect((await screen.findByTestId('waiting')).dataset['count']).toBe('1');
  expect(screen.getByText('1 response is waiting')).toBeDefined();
  expect(screen.getByText('Gate B12')).toBeDefined();
  await recordResponse(here, response());
  expect(await screen.findByText('2 responses are waiting')).toBeDefined();
});

it('hands "sync now" to whoever sends, through the storage', async () => {
  const here = stand('2580');
  type('2580');
  fireEvent.click(await screen.findByRole('button', { name: 'Sync now' }));
  expect(await screen.findByText('Asked for. This page shows what comes of it.')).toBeDefined();
  expect(await here.database.meta.get('syncRequest')).toBeDefined();
});

it('stays shut for wrong PINs and makes a guesser wait, also after the pad was opened again and the page was loaded again', () => {
  stand('2580');
  type('1111');
  expect(screen.getByRole('status').textContent).toBe('That PIN is not right. Try again.');
  type('2222');
  type('3333');
  expect(screen.getByRole('status').textContent).toMatch(/^Too many wrong PINs\. Wait (30|29) seconds\.$/);
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  stand('2580'); // With a storage of its own, as after a reload.
  expect(screen.getByRole('button', { name: '5' }).hasAttribute('disabled')).toBe(true);
  fireEvent.keyDown(screen.getByRole('dialog'), { key: '2' });
  expect(screen.queryByTestId('waiting')).toBeNull();
});

it('tells of damaged storage until somebody with the PIN has read it', async () => {
  const here = stand('2580');
  await here.database.meta.bulkPut([
    { key: 'storeLoss', value: { at: 5, restored: 3, lost: 1, recopied: 0, seen: false } },
    { key: 'copy', value: { state: 'missing', why: 'no files', at: 5 } },
    { key: 'noRoom', value: { at: 5 } },
  ]);
  type('2580');
  const notice = await screen.findByRole('alert');
  expect(notice.textContent).toContain('3 responses were brought back');
  expect(notice.textContent).toContain('1 response that had not been sent is lost.');
  expect(screen.getByText(/^Responses are kept, but without a second copy/)).toBeDefined();
  // Instead of the advice to replace the device, and where its storage is spoken of.
  expect(screen.getAllByText(/^The disk is full/)).toHaveLength(2);
  expect(notice.textContent).not.toContain('replace this device');
  fireEvent.click(screen.getByRole('button', { name: 'I have read this' }));
  await expect.poll(() => screen.queryByRole('alert')).toBeNull();
  expect(await here.database.meta.get('storeLoss')).toMatchObject({ value: { seen: true, lost: 1 } });
});

it('says that the server has revoked it, and no more once it is trusted again', async () => {
  const here = stand('2580');
  await recordContact(here, aContact({ revoked: true }));
  type('2580');
  expect(await screen.findByText(/^This device was revoked/)).toBeDefined();
  await recordContact(here, aContact({ revoked: false }));
  await expect.poll(() => screen.queryByText(/^This device was revoked/)).toBeNull();
});

it('shows what waits, one response in words, sets it apart and sends it again', async () => {
  const here = stand('2580');
  await recordResponse(here, { ...response(), questionnaireVersion: sample.version });
  await recordResponse(here, response());
  type('2580');
  fireEvent.click(await screen.findByRole('button', { name: 'Look at them' }));
  expect(await screen.findAllByText('waits to be sent')).toHaveLength(2);
  expect(screen.getByText('1 to 2 of 2')).toBeDefined();

  fireEvent.click(screen.getByRole('button', { name: /^Response 1/ }));
  expect(await screen.findByText('Very good')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Set apart' }));
  expect(await screen.findByText('Somebody set it apart on this page.')).toBeDefined();
  expect(await here.database.parked.toArray()).toMatchObject([{ seq: 1, reason: 'by_hand' }]);
  expect(await here.database.outbox.toCollection().primaryKeys()).toEqual([2]);
  await expect
    .poll(() => document.activeElement?.textContent)
    .toMatch(/^Set apart\. It is tried again in a day/);

  fireEvent.click(screen.getByRole('button', { name: 'Send again now' }));
  expect(await screen.findByText('It waits to be sent again.')).toBeDefined();
  await expect.poll(() => here.database.parked.count()).toBe(0);
  expect(await here.database.outbox.toCollection().primaryKeys()).toEqual([1, 2]);
  expect(await here.database.meta.get('syncRequest')).toBeDefined();

  await settleBatch(here, [{ seq: 1, verdict: 'stored' }]);
  expect(await screen.findByText('It has been sent: the server has it.')).toBeDefined();
  expect(screen.queryByText('It waits to be sent again.')).toBeNull();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    'Close',
    'Back',
    'Save as a file',
  ]);
  await expect.poll(() => document.activeElement?.textContent).toBe('It has been sent: the server has it.');

  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(await screen.findByText('1 to 1 of 1')).toBeDefined();
});

it('weighs a response in bytes, and turns its pages to either end', async () => {
  const here = stand('2580');
  const comment = 'Очень хорошо';
  for (let count = 0; count < 43; count += 1) {
    await recordResponse(here, { ...response(), answers: { '/data/comment': comment } });
  }
  const bytes = new TextEncoder().encode((await here.database.responses.get(1))?.payload).length;
  type('2580');
  fireEvent.click(await screen.findByRole('button', { name: 'Look at them' }));
  expect(await screen.findAllByText(`${String(bytes)} bytes`)).toHaveLength(20);
  fireEvent.click(screen.getByRole('button', { name: 'Last page' }));
  expect(await screen.findByText('41 to 43 of 43')).toBeDefined();
  expect(document.activeElement?.getAttribute('role')).toBe('status');
  expect(screen.getByRole('button', { name: 'Later' }).hasAttribute('disabled')).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'First page' }));
  expect(await screen.findByText('1 to 20 of 43')).toBeDefined();
});

it('says in plain words what a server that has its hands full means', async () => {
  const here = stand('2580');
  const problem = { detail: '', at: 5 };
  await recordProblem(here, { ...problem, kind: 'unavailable' }, false);
  type('2580');
  expect(await screen.findByText(/sending goes on by itself/)).toBeDefined();
  await recordProblem(here, { ...problem, kind: 'batch_too_large' }, false);
  expect(
    await screen.findByText(/^The server, or something on the way to it, takes only less/),
  ).toBeDefined();
  expect(screen.queryByText(/unavailable|batch_too_large/)).toBeNull();
});
