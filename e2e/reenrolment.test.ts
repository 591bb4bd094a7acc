import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from './axe.ts';
import { openDevicePage } from './devicePage.ts';
import { fillOutbox } from './outbox.ts';
import { atFirstScreen, respond } from './respondent.ts';
import { openRoad, type Road } from './road.ts';
import { startServer, type TestServer } from './server.ts';
import { storedResponses } from './store.ts';
import { until } from './until.ts';

let road: Road;
let other: TestServer | undefined;
beforeAll(async () => {
  road = await openRoad();
});
afterAll(async () => {
  await road.end();
  await other?.remove();
});

it('[E2] when the server began anew with other data, its link makes the terminal its own, and nothing unsent is lost', async () => {
  const { page } = road.terminal;
  await road.server.stop();
  const unsent = await fillOutbox(page, 3);
  other = await startServer({ port: road.server.port });
  const question = page.getByRole('dialog', { name: 'Enrol this terminal anew?' });

  await page.goto(other.link('/terminal/#enrol='));
  await question.getByText('3 responses wait to be sent.').waitFor();
  expect(new URL(page.url()).hash).toBe('');
  await question.getByRole('button', { name: 'Stay' }).click();
  await question.waitFor({ state: 'detached' });
  await page.reload();
  await atFirstScreen(page);
  expect(await question.count()).toBe(0);

  await page.goto(other.link('/terminal/#enrol='));
  await question.getByRole('button', { name: 'Enrol anew' }).click();
  await question.waitFor({ state: 'detached' });
  await atFirstScreen(page);
  await respond(page, { face: 5 });
  const { dataFolder } = other;
  const stored = await until('the response is at the new server', 60_000, () => {
    const all = storedResponses(dataFolder);
    return all.length > 0 ? all : undefined;
  });
  expect(stored).toHaveLength(1);
  const devicePage = await openDevicePage(page);
  expect(await devicePage.waiting()).toBe(0);
  await page.getByText('3 responses collected for another server are kept aside, not sent').waitFor();
  await page.getByRole('button', { name: 'Look at what is kept aside' }).click();
  await page.getByText('1 to 3 of 3').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save all as one file' }).click();
  const saved = JSON.parse(await readFile(await (await download).path(), 'utf8')) as {
    readonly setAside: readonly { readonly responseId: string }[];
  };
  expect(saved.setAside.map(({ responseId }) => responseId).sort()).toEqual([...unsent].sort());
  await page.getByRole('button', { name: /^Response 1/ }).click();
  await page.getByRole('dialog').getByText('How was your visit today?').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByText('1 to 3 of 3').waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  await devicePage.close();
});
