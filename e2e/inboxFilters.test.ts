import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestDevice, sampleResponse } from '../sync-server/testing/index.ts';
import { axeViolations } from './axe.ts';
import { launchBrowser, type TestBrowser } from './browser.ts';
import { openConsole } from './console.ts';
import { badge, list } from './inboxPage.ts';
import { startServer, type TestServer } from './server.ts';
import { until } from './until.ts';

let server: TestServer;
let browser: TestBrowser;
let office: Page;
beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  office = await openConsole(browser.context, server);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** Enrolled by a link that the console makes. */
async function deviceOf(page: Page): Promise<TestDevice> {
  const link = await page.evaluate(async () => {
    const made = await fetch('/api/console/touchpoints/sample/enrolments', { method: 'POST' });
    return ((await made.json()) as { readonly link: string }).link;
  });
  const device = await TestDevice.make(server.origin);
  await device.enrol(new URL(link).hash.slice('#enrol='.length));
  await device.hello();
  return device;
}

/** Of three surveys, four reasons and two devices, and a pair under one id that was not decided. */
async function arrive(): Promise<{ readonly one: string; readonly other: string }> {
  const [one, other] = [await deviceOf(office), await deviceOf(office)];
  const saidBy = (device: TestDevice, changes: Parameters<typeof sampleResponse>[0]) =>
    device.seal(sampleResponse({ deviceId: device.deviceId, finishedAt: Date.now() - 60_000, ...changes }));
  const pair = sampleResponse({ deviceId: one.deviceId, finishedAt: Date.now() - 60_000 });
  const first = await one.push([
    saidBy(one, { questionnaireVersion: 'never' }),
    one.sealText(sampleResponse().responseId, 'torn'),
    one.seal(pair),
    one.seal({ ...pair, answers: { '/data/visit': '1' } }),
  ]);
  const second = await other.push([
    saidBy(other, { surveyId: 'unheard' }),
    saidBy(other, { touchpointId: 'nowhere' }),
  ]);
  const verdicts = [...first.body.items, ...second.body.items].map(({ verdict }) => verdict);
  expect(verdicts).toEqual([
    'quarantined',
    'quarantined',
    'stored',
    'conflict',
    'quarantined',
    'quarantined',
  ]);
  return { one: one.enrolment?.deviceName ?? '', other: other.enrolment?.deviceName ?? '' };
}

/** What the rows of the list begin with, once there are so many. */
const rows = (count: number): Promise<string[]> =>
  until(`${String(count)} rows`, 30_000, async () => {
    const shown = await office.locator('tbody').getByRole('row').allInnerTexts();
    return shown.length === count
      ? shown.map((text) => text.replaceAll(/\s+/g, ' ').trim()).sort()
      : undefined;
  });

const choose = async (label: string, option: RegExp): Promise<void> => {
  const select = office.getByLabel(label, { exact: true });
  const name = await select.getByRole('option', { name: option }).innerText();
  await select.selectOption(name);
};

it('V3 each filter of the inbox narrows to what it says, and several to what fits all of them', async () => {
  const { one, other } = await arrive();
  expect(one).not.toBe(other);
  await badge(office, /^Inbox\s*5 to look after/);
  await office.getByRole('link', { name: 'Inbox' }).click();
  const all = await rows(4);

  await choose('Reason', /^The survey or its version was not published here \(2\)$/);
  expect(await rows(2)).toEqual(all.filter((row) => row.startsWith('The survey or its version')));
  await choose('Device', new RegExp(`^${other} \\(2\\)$`));
  expect(await rows(1)).toEqual(all.filter((row) => row.includes('unheard')));
  await choose('Survey', /^Your visit today \(2\)$/);
  await office.getByText('Nothing matches.').waitFor();
  expect(await axeViolations(office)).toEqual([]);

  await choose('Reason', /^All$/);
  expect(await rows(1)).toEqual(all.filter((row) => row.startsWith('The touchpoint is not known')));
  await choose('Device', /^All$/);
  expect(await rows(2)).toEqual(all.filter((row) => row.includes('Your visit today')));
  await choose('Survey', /^All$/);
  await choose('Device', new RegExp(`^${one} \\(2\\)$`));
  expect(await rows(2)).toEqual(all.filter((row) => row.includes(one)));
  // What the filters offer stays what there is, and the badge what waits.
  await badge(office, /^Inbox\s*5 to look after/);
});

it('V3 of conflicts, those that were decided are shown when they are asked for, and the badge counts the others', async () => {
  await list(office, 'Conflicts');
  await rows(1);
  await office.locator('tbody').getByRole('button').press('Enter');
  const dialog = office.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Keep both' }).click();
  await dialog.getByText('Both count').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await office.getByText('No conflicts').waitFor();
  await badge(office, /^Inbox\s*4 to look after/);
  await office.getByText('Decided ones').click();
  expect((await rows(1))[0]).toContain('Both count');
  await office.getByText('Not decided', { exact: true }).click();
  await office.getByText('No conflicts').waitFor();
});

it('V4 the audit log is narrowed by act, person and day', async () => {
  await list(office, 'Audit log');
  await office.getByRole('row', { name: /Conflict decided.*Both count/ }).waitFor();
  const everything = await office.locator('tbody').getByRole('row').count();
  await choose('What', /^Conflict decided$/);
  await rows(1);
  await choose('Who', /^Anna Ozola$/);
  await rows(1);
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  await office.getByLabel('From').fill(tomorrow);
  await office.getByText('Nobody did anything that matches.').waitFor();
  expect(await axeViolations(office)).toEqual([]);
  await office.getByLabel('From').fill('');
  await office.getByLabel('Until').fill(tomorrow);
  await rows(1);
  await choose('What', /^All$/);
  await rows(everything);
});
