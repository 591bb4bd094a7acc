import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { TestBrowser } from '../browser.ts';
import { until } from '../until.ts';
import { serveDevicePage } from './serveDevicePage.ts';
import type { DevicePageServer } from './serveDevicePage.ts';
import { switchOff } from './switchOff.ts';

let server: DevicePageServer;
let browser: TestBrowser | undefined;
let disk: string;

function mountSmallDisk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=90m', 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (mounted.status !== 0) {
    throw new Error(`this test fills a small disk, which it has to mount (as root): ${mounted.stderr}`);
  }
  return folder;
}

beforeEach(async () => {
  disk = mountSmallDisk();
  server = await serveDevicePage();
});
afterEach(async () => {
  await browser?.kill();
  browser = undefined;
  server.close();
  spawnSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** Writes until the disk takes no more. */
function fill(name: string): void {
  const file = openSync(join(disk, name), 'w');
  try {
    for (let size = 1024 * 1024; size >= 512; size /= 2) {
      const bytes = Buffer.alloc(size, 1);
      try {
        while (writeSync(file, bytes) === size);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  } finally {
    closeSync(file);
  }
}

async function start(): Promise<Page> {
  browser = await launchBrowser({ profile: disk });
  await browser.page.goto(server.url);
  return browser.page;
}

interface Attempt {
  readonly hash: string | null;
  readonly kind: string;
  readonly took: number;
}

/** Records `count` responses of 4 kB, one after the other. */
const record = (page: Page, count: number): Promise<Attempt[]> =>
  page.evaluate(async (wanted) => {
    const { device } = window;
    const attempts: Attempt[] = [];
    for (let index = 0; index < wanted; index += 1) {
      const response = device.aResponse('1', { answers: { '/data/comment': 'x'.repeat(4_000) } });
      const begin = performance.now();
      const kept = await device.recordResponse(device.storage, response);
      const took = performance.now() - begin;
      attempts.push(
        kept.ok
          ? { hash: kept.value.contentHash, kind: 'kept', took }
          : { hash: null, kind: `${kept.error.kind}: ${kept.error.detail}`, took },
      );
    }
    return attempts;
  }, count);

const kept = (attempts: readonly Attempt[]): string[] =>
  attempts.flatMap(({ hash }) => (hash === null ? [] : [hash]));

/** All three witnesses are looked at, and the ballast is made where there is room. */
const settleDown = (page: Page) =>
  page.evaluate(async () => {
    const { device } = window;
    await device.compareWitnesses(device.storage);
    await device.storage.witnesses?.repaired;
    await device.probeRoom(device.storage);
    return device.readDeviceStatus(device.storage);
  });
const copyState = (page: Page) =>
  page.evaluate(async () => (await window.device.readDeviceStatus(window.device.storage)).copy?.state);
const hashesOnDevice = (page: Page) =>
  page.evaluate(async () => {
    const rows = await window.device.readRecorded();
    return rows.map(({ contentHash }) => contentHash);
  });

/** What Chromium writes when somebody installs the page or lets it keep its storage: it then removes nothing by itself. */
function promiseStorage(): void {
  const exceptions = { durable_storage: { [`${new URL(server.url).origin},*`]: { setting: 1 } } };
  mkdirSync(join(disk, 'Default'));
  const preferences = { profile: { content_settings: { exceptions } } };
  writeFileSync(join(disk, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/** The browser may have thrown its database away; what was in it comes back from the copy, as soon as there is room. */
const whole = (page: Page, promised: string[]) =>
  until('everything is there again', 60_000, async () => {
    promised.push(...kept(await record(page, 1)));
    await page.evaluate(() => window.device.storage.witnesses?.repaired);
    if ((await copyState(page)) === 'missing') return undefined;
    return (await missingOf(page, promised)).length === 0 ? true : undefined;
  });

describe('a disk that fills up', () => {
  it.each([
    ['the browser has promised to keep the storage', true],
    ['it has promised nothing, and removes everything at the first lack of room', false],
  ])('has every response that it called kept, also when it fills twice: %s', async (_why, isPromised) => {
    if (isPromised) promiseStorage();
    const page = await start();
    expect(await page.evaluate(() => navigator.storage.persist())).toBe(isPromised);
    expect(await settleDown(page)).toMatchObject({ noRoom: null, copy: { state: 'young' } });
    const promised = kept(await record(page, 5));
    expect(promised).toHaveLength(5);

    fill('filler');
    promised.push(...kept(await record(page, 200)));
    expect(promised.length).toBeGreaterThan(100);
    await whole(page, promised);

    rmSync(join(disk, 'filler'));
    promised.push(...kept(await record(page, 5)));
    fill('filler');
    promised.push(...kept(await record(page, 12)));
    rmSync(join(disk, 'filler'));
    await whole(page, promised);

    if (browser !== undefined) await switchOff(browser);
    const again = await start();
    await settleDown(again);
    expect(await missingOf(again, promised)).toEqual([]);
    expect((await readSequence(again)).doubled).toBe(0);
  });
});

async function missingOf(page: Page, promised: readonly string[]): Promise<string[]> {
  const there = new Set(await hashesOnDevice(page).catch((): string[] => []));
  return promised.filter((hash) => !there.has(hash));
}

/** Numbers under which two responses would be sent. */
const readSequence = (page: Page) =>
  page.evaluate(async () => {
    const rows = await window.device.readRecorded();
    return { doubled: rows.length - new Set(rows.map(({ responseId }) => responseId)).size };
  });
