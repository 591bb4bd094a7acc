import { execFile } from 'node:child_process';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from './axe.ts';
import { launchBrowser, type TestBrowser } from './browser.ts';
import { openConsole } from './console.ts';
import { openDevicePage } from './devicePage.ts';
import { heldQuestionnaire, syncNow, waitingCount } from './outbox.ts';
import { respond, tapUntil, thanks } from './respondent.ts';
import { openRoad, terminalAddress, type Road } from './road.ts';
import { storedResponses } from './store.ts';
import { until } from './until.ts';

/** Of letters that stand in no other word, so that nothing that packs texts finds a part of them to leave out. */
const CANARY = 'QjXvZkWpHyUq';
const IN_PLAIN = 'VwKxQfZjYbGh';
const ASKED = `
| survey   |                     |         |                     |
|          | type                | name    | label::English (en) |
|          | text                | more    | What is it?         |
| settings |                     |         |                     |
|          | form_title          | form_id | version             |
|          | Asked in confidence | asked   | 1                   |
`;
const PATIENCE = { timeout: 60_000 };
const EARSHOT = join(import.meta.dirname, '../cli/earshot.mjs');

let road: Road;
let head: TestBrowser;
beforeAll(async () => {
  [road, head] = await Promise.all([openRoad(), launchBrowser()]);
});
afterAll(async () => {
  await head.close();
  await road.end();
});

/** The files under a folder whose bytes hold a text, as UTF-8 or as UTF-16. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (bytes.includes(text, 0, 'utf8') || bytes.includes(text, 0, 'utf16le')) found.push(path);
  }
  return found;
}

/** What a sync file says to whoever has the server's key. */
async function unpacked(file: Buffer, dataFolder: string): Promise<Buffer> {
  const identity = await readFile(join(dataFolder, 'keys/sync-file-identity.txt'), 'utf8');
  const age = new Decrypter();
  age.addIdentity(/AGE-SECRET-KEY-1[0-9A-Z]+/.exec(identity)?.[0] ?? '');
  return gunzipSync(await age.decrypt(file));
}

/** Makes the first key, and gives its private half as the sheet shows it. */
async function makeKey(office: Page): Promise<string> {
  await office.getByRole('link', { name: 'Surveys' }).click();
  await office.getByRole('link', { name: 'Keys of sealed surveys' }).click();
  await office.getByText('No key yet').waitFor(PATIENCE);
  expect(await axeViolations(office)).toEqual([]);
  await office.getByRole('button', { name: 'Make a key' }).click();
  const dialog = office.getByRole('dialog', { name: 'A new key' });
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  const sheet = dialog.getByRole('region', { name: 'Private key of the project' });
  await sheet.getByRole('img', { name: 'QR code with the private key' }).waitFor(PATIENCE);
  const [identity] = /AGE-SECRET-KEY-1[0-9A-Z]+/.exec(await sheet.innerText()) ?? [];
  expect(await axeViolations(office)).toEqual([]);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Use this key' }).click();
  await office.getByRole('row', { name: /In use.*Anna Ozola/ }).waitFor(PATIENCE);
  if (identity === undefined) throw new Error('the sheet shows no private key');
  return identity;
}

async function publishSealed(office: Page): Promise<void> {
  await office.getByRole('link', { name: 'Surveys' }).click();
  await office.getByRole('heading', { name: 'Surveys' }).waitFor();
  const file = { name: 'asked.md', mimeType: 'text/markdown', buffer: Buffer.from(ASKED) };
  await office.getByTestId('files').setInputFiles(file);
  await office.getByRole('button', { name: 'Publish Asked in confidence' }).click();
  const dialog = office.getByRole('dialog', { name: 'Publish “Asked in confidence”' });
  await dialog.getByRole('checkbox', { name: /Sample touchpoint/ }).check();
  await dialog.getByRole('checkbox', { name: 'Seal the responses' }).check();
  expect(await axeViolations(office)).toEqual([]);
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await office.getByText('Published as version 1').waitFor(PATIENCE);
}

/** Somebody says it in confidence, where no network is; an operator saves it to a file. */
async function saidOffline({ server, terminal: { page } }: Road): Promise<Buffer> {
  await syncNow(page);
  await until('the terminal holds the sealed survey', 60_000, async () =>
    (await heldQuestionnaire(page)) === 'asked' ? true : undefined,
  );
  await page.getByRole('heading', { name: 'What is it?' }).waitFor(PATIENCE);
  await server.stop();
  await page.getByRole('textbox').fill(CANARY);
  await tapUntil(page.getByRole('button', { name: /^(Next|Send)$/ }), () => thanks(page).isVisible());
  expect(await waitingCount(page)).toBe(1);
  await page.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined }));
  await openDevicePage(page);
  const [download] = await Promise.all([
    page.waitForEvent('download', PATIENCE),
    page.getByRole('button', { name: 'Save to file' }).click(),
  ]);
  return readFile(await download.path());
}

const open = (identity: string, folder: string) =>
  openWith(identity, join(folder, '..', `key-of-${String(process.pid)}.txt`), folder);

async function openWith(identity: string, file: string, folder: string): Promise<string> {
  await writeFile(file, `${identity}\n`);
  try {
    const args = [EARSHOT, 'open', '--key', file, '--data', folder];
    return (await promisify(execFile)(process.execPath, args)).stdout;
  } finally {
    await rm(file);
  }
}

it('K2 K6 K7 what is said in confidence is in plain nowhere until it is opened with the key', async () => {
  const { server } = road;
  await respond(road.terminal.page, { face: 3, comment: IN_PLAIN });
  const office = await openConsole(head.context, server);
  const identity = await makeKey(office);
  await publishSealed(office);
  const file = await saidOffline(road);
  const said = [server.output()];
  const { profile } = road.terminal;
  await road.terminal.kill();
  expect(await filesWith(profile, IN_PLAIN)).not.toEqual([]);
  expect(await filesWith(profile, CANARY)).toEqual([]);
  const carried = await unpacked(file, server.dataFolder);
  expect(carried.includes('manifest.json')).toBe(true);
  expect(carried.includes(CANARY)).toBe(false);

  // Switched on again, with a network: it hands over what it has.
  await server.start();
  const again = await launchBrowser({ profile });
  road = { ...road, terminal: again };
  await again.page.goto(terminalAddress(server));
  const stored = await until('the sealed response is in the store', 60_000, () => {
    const all = storedResponses(server.dataFolder);
    return all.find(({ response }) => response.questionnaireId === 'asked');
  });
  expect(Object.keys(stored.response)).not.toContain('answers');
  await office.reload();
  await office.getByText('1 response waits to be opened').waitFor(PATIENCE);
  expect(await axeViolations(office)).toEqual([]);
  await again.kill();
  expect(await filesWith(profile, CANARY)).toEqual([]);
  await server.stop();
  said.push(server.output());
  expect(await filesWith(server.dataFolder, IN_PLAIN)).not.toEqual([]);
  expect(await filesWith(server.dataFolder, CANARY)).toEqual([]);
  expect(await filesWith(server.dataFolder, identity)).toEqual([]);
  expect(said.join('\n')).not.toContain(CANARY);

  expect(await open(identity, server.dataFolder)).toContain('1 sealed responses were opened.');
  expect(await filesWith(server.dataFolder, CANARY)).not.toEqual([]);
  await server.start();
  await office.getByRole('link', { name: 'Overview' }).click();
  await office.getByText(CANARY).waitFor(PATIENCE);
});
