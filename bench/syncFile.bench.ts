/**
 * A device that never sees a network hands over 100,000 responses with 2,000 photos of 20 to 400 kB, by a file: the real saving code in a
 * real Chromium, the file brought to the console of the real server, the receipt carried back. Beside it what `tar | gzip | age` of Debian
 * take for the same contents, in the same run. First a quarter of it, then all, each with a server and a browser of its own: memory must
 * not grow with the size.
 * `npm run bench syncFile`; EARSHOT_SYNC_FILE=1000,20 says how many responses and photos.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startServer } from '../e2e/server.ts';
import type { TestConsole } from '../sync-server/testing/index.ts';
import { openBrowser, type BenchBrowser } from './drain/openBrowser.ts';
import { bringFile, signIn, type Brought } from './syncFile/bringFile.ts';
import { byHand, type ByHand } from './syncFile/debianPrograms.ts';
import { memoryOf, type Watched } from './syncFile/memoryOf.ts';
import { serveDevicePage } from './syncFile/serveDevicePage.ts';
import type { Amount, SavedTold } from './syncFile/told.ts';

const [RESPONSES = 100_000, PHOTOS = 2_000] = (process.env['EARSHOT_SYNC_FILE'] ?? '100000,2000')
  .split(',')
  .map(Number);
const SIZES: readonly Amount[] = [4, 1].map((part) => ({
  responses: Math.ceil(RESPONSES / part),
  photos: Math.ceil(PHOTOS / part),
}));

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const told = ({ before, peak }: Watched): string =>
  `${peak.toFixed(0)} MB at the most (${before.toFixed(0)} before)`;

interface Saved extends SavedTold {
  readonly page: Watched;
  readonly browser: Watched;
}

async function save(browser: BenchBrowser, page: Page, path: string): Promise<Saved> {
  const download = page.waitForEvent('download', { timeout: 0 });
  const watched = await memoryOf(
    () => browser.processIds('renderer'),
    () =>
      memoryOf(
        () => browser.processIds('browser'),
        () => page.evaluate(() => window.saveFile()),
      ),
  );
  await (await download).saveAs(path);
  return { ...watched.done.done, page: watched.memory, browser: watched.done.memory };
}

function sayExport(saved: Saved, { packed, bytes }: ByHand): void {
  const { progress } = saved;
  console.log(
    `  export ${seconds(saved.milliseconds)}, read back and compared: ${megabytes(saved.bytes)}, of which ${megabytes(saved.photoBytes)} are photos`,
  );
  console.log(
    `    tar | gzip | age ${seconds(packed)}, ${megabytes(bytes)}: ours takes ${(saved.milliseconds / packed).toFixed(2)} times as long, ${(saved.bytes / bytes).toFixed(3)} times the bytes`,
  );
  console.log(`    the page had ${told(saved.page)}, the browser ${told(saved.browser)}`);
  console.log(
    `    progress: told ${String(progress.words)} times, went back ${String(progress.wentBack)} times, ${progress.reachedTheEnd ? 'reached its end' : 'DID NOT REACH ITS END'}, at most ${progress.offBy.toFixed(2)} % from the share of bytes`,
  );
}

function sayImport(brought: Brought, memory: Watched, { opened }: ByHand): void {
  const { takenIn, lookedThrough, sent } = brought;
  console.log(
    `  import ${seconds(takenIn)}; before, sent in ${seconds(sent)} and looked through in ${seconds(lookedThrough)}`,
  );
  console.log(
    `    age -d | tar xz ${seconds(opened)}: taking it in takes ${(takenIn / opened).toFixed(2)} times as long, looking through ${(lookedThrough / opened).toFixed(2)}`,
  );
  console.log(`    the server had ${told(memory)}`);
  console.log(
    `    progress: asked ${String(brought.words)} times, went back ${String(brought.wentBack)} times, beyond the end ${String(brought.beyond)} times`,
  );
}

async function carryBack(person: TestConsole, uploadId: string, place: string) {
  const receipt = await person.get(`/api/console/sync-files/${uploadId}/receipt`);
  const bytes = new Uint8Array(await receipt.arrayBuffer());
  await writeFile(place, bytes);
  return bytes.length;
}

function expectAll({ responses, photos }: Amount, { report }: Brought['upload'], carried: ByHand): void {
  const { counts, attachments } = report ?? {};
  const found = [counts?.new, attachments?.new, attachments?.missing.count, carried.photos];
  if (found.join() !== [responses, photos, 0, photos].join())
    throw new Error(`not all arrived: ${found.join()}`);
}

async function measure(amount: Amount): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  const server = await startServer();
  const browser = await openBrowser();
  try {
    const openPage = await serveDevicePage(browser.context, server.origin);
    const first = await openPage();
    const code = new URL(server.link('#enrol=')).hash.slice('#enrol='.length);
    await first.evaluate((used) => window.enrolDevice(used), code);
    await first.evaluate((wanted) => window.recordMany(wanted), amount);
    await first.close();
    const person = await signIn(server);
    const [file, receipt] = [join(folder, 'bench.earshot'), join(folder, 'bench.receipt')];
    const page = await openPage();
    const saved = await save(browser, page, file);
    await page.close();
    const carried = byHand(folder, file, join(server.dataFolder, 'keys'));
    // A process that has done nothing else.
    await server.stop();
    await server.start();
    const { done: brought, memory } = await memoryOf(
      () => Promise.resolve([server.pid() ?? 0]),
      () => bringFile(server, person, file),
    );
    expectAll(amount, brought.upload, carried);
    console.log(`${String(amount.responses)} responses, ${String(amount.photos)} photos`);
    sayExport(saved, carried);
    sayImport(brought, memory, carried);
    const receiptBytes = await carryBack(person, brought.upload.uploadId, receipt);
    await sayReceipt(browser, await openPage(), receipt, receiptBytes, amount);
  } finally {
    await browser.close();
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sayReceipt(browser: BenchBrowser, page: Page, place: string, bytes: number, amount: Amount) {
  await page.locator('input').setInputFiles(place);
  const { done, memory } = await memoryOf(
    () => browser.processIds('renderer'),
    () => page.evaluate(() => window.readReceipt()),
  );
  if (done.responses !== amount.responses || done.attachments !== amount.photos)
    throw new Error(`the receipt settled ${JSON.stringify(done)}`);
  console.log(
    `  receipt of ${megabytes(bytes)} read in ${seconds(done.milliseconds)}, nothing waits; the page had ${told(memory)}`,
  );
}

for (const amount of SIZES) await measure(amount);
