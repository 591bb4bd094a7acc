import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from './axe.ts';
import { downloaded, drop, giveReceipt, savedFile } from './carried.ts';
import { openConsole } from './console.ts';
import { openDevicePage } from './devicePage.ts';
import { fillOutbox, waitingCount } from './outbox.ts';
import { atFirstScreen } from './respondent.ts';
import { openRoad, terminalAddress, type Road } from './road.ts';
import { storedResponses } from './store.ts';
import { until } from './until.ts';

const SAID = 7;
const PATIENCE = { timeout: 60_000 };

let road: Road;
beforeAll(async () => {
  road = await openRoad();
});
afterAll(() => road.end());

/** On a device that no network reaches: what waits, saved to a file. */
async function savedByDevice({ server, terminal: { page } }: Road): Promise<Buffer> {
  await server.stop();
  await fillOutbox(page, SAID);
  await openDevicePage(page);
  const file = await savedFile(page);
  await page.getByText(`Saved and checked: ${String(SAID)} responses.`).waitFor(PATIENCE);
  expect(await waitingCount(page)).toBe(SAID);
  await page.goto('about:blank');
  return file;
}

/** The line breaks, then the page is loaded anew: the same file goes on. */
async function brokenOff(office: Page, file: Buffer): Promise<void> {
  await office.route('**/api/console/sync-files/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await drop(office, { 'till-3.earshot': file, 'cut.earshot': file.subarray(0, file.length - 1_000) });
  await office.getByText('No contact with the server. It goes on by itself.').waitFor(PATIENCE);
  await office.getByRole('region', { name: 'cut.earshot' }).getByText('Waits for its turn').waitFor();
  office.once('dialog', (dialog) => void dialog.accept());
  await office.reload();
  for (const name of ['till-3.earshot', 'cut.earshot'])
    await office.getByRole('region', { name }).getByText('Broken off.').waitFor(PATIENCE);
  expect(await axeViolations(office)).toEqual([]);
  await office.unroute('**/api/console/sync-files/*');
}

async function lookedThrough(office: Page, file: Buffer): Promise<void> {
  await drop(office, {
    'till-3.earshot': file,
    'cut.earshot': file.subarray(0, file.length - 1_000),
    'photo.earshot': Buffer.from('something else altogether'),
  });
  const whole = office.getByRole('region', { name: 'till-3.earshot' });
  await whole.getByRole('button', { name: `Take in ${String(SAID)} responses` }).waitFor(PATIENCE);
  await whole.getByText('Whole and signed').waitFor();
  await office.getByRole('region', { name: 'cut.earshot' }).getByText('It ends too early.').waitFor(PATIENCE);
  const other = office.getByRole('region', { name: 'photo.earshot' });
  await other.getByText('This is no sync file').waitFor(PATIENCE);
  expect(storedResponses(road.server.dataFolder)).toEqual([]);
  expect(await axeViolations(office)).toEqual([]);
}

async function takenIn(office: Page): Promise<Buffer> {
  const whole = office.getByRole('region', { name: 'till-3.earshot' });
  await whole.getByRole('button', { name: `Take in ${String(SAID)} responses` }).press('Enter');
  const receipt = whole.getByRole('link', { name: 'Download receipt' });
  await receipt.waitFor(PATIENCE);
  await whole.getByText('Taken in', { exact: true }).waitFor();
  expect(storedResponses(road.server.dataFolder)).toHaveLength(SAID);
  expect(await axeViolations(office)).toEqual([]);
  return downloaded(office, receipt);
}

/** Later, everybody sees who brought what. */
async function remembered(office: Page): Promise<void> {
  await office.reload();
  const row = office.getByRole('row', { name: /till-3\.earshot.*Anna Ozola.*7 new, 0 known already/ });
  await row.waitFor(PATIENCE);
  await row.getByRole('button', { name: 'till-3.earshot' }).press('Enter');
  const report = office.getByRole('dialog', { name: 'till-3.earshot' });
  await report.getByText('its device’s, whole').waitFor();
  expect(await axeViolations(office)).toEqual([]);
}

it('L9 R4 a device without a network hands over a file, and knows by the receipt that it arrived', async () => {
  const file = await savedByDevice(road);
  const { server, terminal } = road;
  await server.start();
  const office = await openConsole(terminal.context, server);
  await office.getByRole('link', { name: 'Sync files' }).click();
  await office.getByText('No file yet').waitFor(PATIENCE);
  expect(await axeViolations(office)).toEqual([]);
  await brokenOff(office, file);
  await lookedThrough(office, file);
  const receipt = await takenIn(office);
  await remembered(office);
  await office.close();
  await server.stop();

  const { page } = terminal;
  await page.goto(terminalAddress(server));
  await atFirstScreen(page);
  expect(await waitingCount(page)).toBe(SAID);
  const device = await openDevicePage(page);
  await giveReceipt(page, receipt);
  await page.getByText(`Receipt read: ${String(SAID)} responses are with head office.`).waitFor(PATIENCE);
  await until('nothing waits', 60_000, async () => ((await device.waiting()) === 0 ? true : undefined));
  expect(await waitingCount(page)).toBe(0);
});
