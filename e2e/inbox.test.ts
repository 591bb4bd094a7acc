import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestDevice, sampleResponse } from '../sync-server/testing/index.ts';
import { axeViolations } from './axe.ts';
import { launchBrowser, type TestBrowser } from './browser.ts';
import { openConsole } from './console.ts';
import { badge, list } from './inboxPage.ts';
import { startServer, type TestServer } from './server.ts';
import { countedFaces } from './store.ts';

let server: TestServer;
let browser: TestBrowser;
beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** Of these, the server will never see the photo. */
const PHOTO = { name: 'shelf.jpg', mediaType: 'image/jpeg', bytes: 2_100_000, sha256: '0'.repeat(64) };

/** One of a version that nobody published, one that was torn, and two under one id. */
async function arrive(): Promise<void> {
  const device = await TestDevice.make(server.origin);
  await device.enrol(new URL(server.link('#enrol=')).hash.slice('#enrol='.length));
  await device.hello();
  const said = (changes: Parameters<typeof sampleResponse>[0]) =>
    sampleResponse({ deviceId: device.deviceId, finishedAt: Date.now() - 60_000, ...changes });
  const first = said({ answers: { '/data/visit': '4' } });
  const { body } = await device.push([
    device.seal(said({ questionnaireVersion: 'never', answers: { '/data/how': '2' }, attachments: [PHOTO] })),
    device.sealText(said({}).responseId, '{"schema":1,"what":'),
    device.seal(first),
    device.seal({ ...first, answers: { '/data/visit': '5' } }),
  ]);
  expect(body.items.map(({ verdict }) => verdict)).toEqual([
    'quarantined',
    'quarantined',
    'stored',
    'conflict',
  ]);
}

/** Opens what a row is about. */
async function opened(office: Page, row: string | RegExp): Promise<Locator> {
  await office.getByRole('row', { name: row }).getByRole('button').press('Enter');
  const dialog = office.getByRole('dialog');
  await dialog.getByRole('button', { name: /Dismiss|Bring back|Take it back|Keep both/ }).waitFor();
  return dialog;
}

async function closed(office: Page, dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await axeViolations(office)).toEqual([]);
}

/** By the version that is published; of which question the answer is, or of none. */
async function readLikeThis(dialog: Locator, question: string): Promise<void> {
  await dialog.getByRole('button', { name: 'Choose the version' }).click();
  await dialog.getByLabel('Read it as a response to').selectOption('Your visit today, 1');
  await dialog.getByLabel('/data/how: 2').selectOption(question);
  expect(await axeViolations(dialog.page())).toEqual([]);
  await dialog.getByRole('button', { name: 'Read it like this' }).click();
  await dialog.getByText('It counts, read by the version that somebody chose.').waitFor();
}

async function fixed(office: Page): Promise<void> {
  const dialog = await opened(office, /not published here/);
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await dialog.getByText('Judged again, and it still waits').waitFor();
  await readLikeThis(dialog, 'To no question');
  expect(countedFaces(server.dataFolder)).toEqual([0, 0, 0, 1, 0]);
  await closed(office, dialog);

  // That was wrong: somebody finds it again, and reads it otherwise.
  await list(office, 'Read otherwise');
  const again = await opened(office, /Read by another version/);
  await again.getByText('Read by another version: visit, 1').waitFor();
  expect(await axeViolations(office)).toEqual([]);
  await again.getByRole('button', { name: 'Take it back' }).click();
  await again.getByText('Taken back, and nothing of it is counted any more.').waitFor();
  await readLikeThis(again, 'How was your visit today? (/data/visit)');
  expect(countedFaces(server.dataFolder)).toEqual([0, 1, 0, 1, 0]);
  await closed(office, again);
  await list(office, 'Not understood');
  await badge(office, /^Inbox\s*2 to look after/);
}

async function dismissedAndBroughtBack(office: Page): Promise<void> {
  const torn = await opened(office, /cannot be read/);
  await torn.getByRole('button', { name: 'Dismiss' }).click();
  await torn.getByLabel('Why it is dismissed').fill('The power went.');
  expect(await axeViolations(office)).toEqual([]);
  await torn.getByRole('button', { name: 'Dismiss it' }).click();
  await torn.getByRole('button', { name: 'Bring back' }).waitFor();
  await closed(office, torn);
  await office.getByText('Everything was understood').waitFor();

  await list(office, 'Dismissed');
  const again = await opened(office, /The power went\./);
  await again.getByRole('button', { name: 'Bring back' }).click();
  await again.getByRole('button', { name: 'Try again' }).waitFor();
  await closed(office, again);
  await office.getByText('Nothing was dismissed').waitFor();
}

async function decided(office: Page): Promise<void> {
  await list(office, 'Conflicts');
  const dialog = await opened(office, /Not decided/);
  await dialog.getByRole('row', { name: /How was your visit today\?.*differs 4 5/ }).waitFor();
  expect(await axeViolations(office)).toEqual([]);
  await dialog.getByRole('button', { name: 'Take the second' }).click();
  await dialog.getByText('The second counts').waitFor();
  expect(countedFaces(server.dataFolder)).toEqual([0, 1, 0, 0, 1]);
  await closed(office, dialog);
  await badge(office, /^Inbox\s*1 to look after/);
}

/** What is still to come of a response that counts, and since when. */
async function awaited(office: Page): Promise<void> {
  await list(office, 'Awaited files');
  await office.getByRole('row', { name: /shelf\.jpg \(2\.1 MB\) just now/ }).waitFor();
  expect(await axeViolations(office)).toEqual([]);
}

it('V3 V4 a person fixes, dismisses and decides what waits, it counts so, and the audit log says who did', async () => {
  await arrive();
  const office = await openConsole(browser.context, server);
  await badge(office, /^Inbox\s*3 to look after/);
  await office.getByRole('link', { name: 'Inbox' }).click();
  await office.getByRole('heading', { name: 'Not understood' }).waitFor();
  await fixed(office);
  await dismissedAndBroughtBack(office);
  await decided(office);
  await awaited(office);

  await list(office, 'Audit log');
  for (const act of [
    /Judged again/,
    /Reading by another version taken back/,
    /Response dismissed.*The power went\./,
    /Response brought back/,
    /Conflict decided/,
  ])
    await office.getByRole('row', { name: act }).filter({ hasText: 'Anna Ozola' }).waitFor();
  expect(await axeViolations(office)).toEqual([]);
  await office.getByLabel('What', { exact: true }).selectOption('Conflict decided');
  await office.getByRole('row', { name: /Response dismissed/ }).waitFor({ state: 'detached' });
  await office.getByRole('row', { name: /Conflict decided/ }).waitFor();
});
