import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Definition } from '../core/questionnaire/index.ts';
import { askAnother } from './askAnother.ts';
import { axeViolations } from './axe.ts';
import { launchBrowser, type TestBrowser } from './browser.ts';
import { openConsole } from './console.ts';
import { openDevicePage } from './devicePage.ts';
import { givePhoto } from './givePhoto.ts';
import { heldQuestionnaire, syncNow, waitingCount } from './outbox.ts';
import { respond, tapUntil, thanks } from './respondent.ts';
import { openRoad, terminalAddress, type Road } from './road.ts';
import { heldAttachments, storedResponses } from './store.ts';
import { until } from './until.ts';

/** Of letters that stand in no other word, so that nothing that packs texts finds a part of them to leave out. */
const CANARY = 'QjXvZkWpHyUq';
const IN_PLAIN = 'VwKxQfZjYbGh';
/** The same in the bytes of a photo, among others that nothing can be left out of. */
const SEEN = 'HbNcRwTzLmKs';
const SEEN_IN_PLAIN = 'TgBnYhUjMkIo';
const showing = (what: string): Buffer =>
  Buffer.concat(Array.from({ length: 5 }, () => [Buffer.from(what), randomBytes(60_000)]).flat());
const PHOTO = showing(SEEN);
const CANARIES = [CANARY, SEEN];
const ASKED = `
| survey   |                     |         |                     |
|          | type                | name    | label::English (en) |
|          | image               | shelf   | Show it             |
|          | text                | more    | What is it?         |
| settings |                     |         |                     |
|          | form_title          | form_id | version             |
|          | Asked in confidence | asked   | 1                   |
`;
const NOT_SEALED: Definition = {
  schema: 1,
  id: 'shelf',
  version: '1',
  title: { en: 'Shelf' },
  languages: [{ code: 'en', name: 'English' }],
  defaultLanguage: 'en',
  elements: [{ type: 'image', name: 'shelf', label: { en: 'Show the shelf' } }],
};
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
  await page.getByRole('heading', { name: 'Show it' }).waitFor(PATIENCE);
  await server.stop();
  await givePhoto(page, PHOTO);
  await page.getByRole('button', { name: 'Next' }).click();
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

/** In a survey like any other: what the search for canaries has to find. */
async function sayInPlain({ terminal: { page } }: Road): Promise<void> {
  await respond(page, { face: 3, comment: IN_PLAIN });
  await askAnother(page, NOT_SEALED);
  await givePhoto(page, showing(SEEN_IN_PLAIN));
  await tapUntil(page.getByRole('button', { name: /^(Next|Send)$/ }), () => thanks(page).isVisible());
}

const placeOf = ({ dataFolder }: Road['server'], sha256: string): string =>
  join(dataFolder, 'attachments', sha256.slice(0, 2), sha256);

it('[K2] [K6] [K7] [K10] [K12] what is said and shown in confidence is in plain nowhere until it is opened with the key', async () => {
  const { server } = road;
  await sayInPlain(road);
  const office = await openConsole(head.context, server);
  const identity = await makeKey(office);
  await publishSealed(office);
  const file = await saidOffline(road);
  const said = [server.output()];
  const { profile } = road.terminal;
  await road.terminal.kill();
  for (const plain of [IN_PLAIN, SEEN_IN_PLAIN]) expect(await filesWith(profile, plain)).not.toEqual([]);
  for (const canary of CANARIES) expect(await filesWith(profile, canary)).toEqual([]);
  const carried = await unpacked(file, server.dataFolder);
  expect(carried.includes('manifest.json')).toBe(true);
  expect(carried.includes('attachments/000001.seal.json')).toBe(true);
  for (const canary of CANARIES) expect(carried.includes(canary)).toBe(false);

  // Switched on again, with a network: it hands over what it has.
  await server.start();
  const again = await launchBrowser({ profile });
  road = { ...road, terminal: again };
  await again.page.goto(terminalAddress(server));
  const sealed = await until('the sealed response and its file are in the store', 60_000, () => {
    const all = storedResponses(server.dataFolder);
    const stored = all.find(({ response }) => response.questionnaireId === 'asked');
    if (stored !== undefined) expect(Object.keys(stored.response)).not.toContain('answers');
    return heldAttachments(server.dataFolder).find(({ name }) => name.endsWith('.age'));
  });
  await office.reload();
  await office.getByText('1 response waits to be opened').waitFor(PATIENCE);
  expect(await axeViolations(office)).toEqual([]);
  await again.kill();
  for (const canary of CANARIES) expect(await filesWith(profile, canary)).toEqual([]);
  await server.stop();
  said.push(server.output());
  for (const plain of [IN_PLAIN, SEEN_IN_PLAIN])
    expect(await filesWith(server.dataFolder, plain)).not.toEqual([]);
  for (const secret of [...CANARIES, identity])
    expect(await filesWith(server.dataFolder, secret)).toEqual([]);
  for (const canary of CANARIES) expect(said.join('\n')).not.toContain(canary);

  const opened = await open(identity, server.dataFolder);
  expect(opened).toContain('1 sealed responses were opened.\n1 of their files were opened.');
  expect(await filesWith(server.dataFolder, CANARY)).not.toEqual([]);
  const shown = createHash('sha256').update(PHOTO).digest('hex');
  expect((await readFile(placeOf(server, shown))).equals(PHOTO)).toBe(true);
  expect((await readFile(placeOf(server, sealed.sha256))).includes(SEEN)).toBe(false);
  await server.start();
  await office.getByRole('link', { name: 'Overview' }).click();
  await office.getByText(CANARY).waitFor(PATIENCE);
});
