import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { TestBrowser } from '../browser.ts';
import { until } from '../until.ts';
import { rehearsedApi } from './rehearsedApi.ts';
import { serveDevicePage } from './serveDevicePage.ts';
import type { DevicePageServer } from './serveDevicePage.ts';
import { switchOff } from './switchOff.ts';

const RECORDED = 300;

let server: DevicePageServer;
let browser: TestBrowser | undefined;
beforeAll(async () => {
  server = await serveDevicePage(rehearsedApi().listener);
});
afterAll(() => server.close());
afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

const startDevice = async (profile?: string): Promise<Page> => {
  browser = await launchBrowser(profile === undefined ? {} : { profile });
  await browser.page.goto(server.url);
  await browser.page.evaluate(async () => {
    const { device } = window;
    await device.compareWitnesses(device.storage);
    await device.storage.witnesses?.repaired;
  });
  return browser.page;
};

/** What Chromium does to a page's storage when the disk is short of room: databases and files go, under the living page. */
async function evict(): Promise<void> {
  const session = await browser?.context.browser()?.newBrowserCDPSession();
  const page = await browser?.context.newCDPSession(browser.page);
  await page?.send('Storage.clearDataForOrigin', {
    origin: new URL(server.url).origin,
    storageTypes: 'indexeddb,file_systems',
  });
  await session?.detach();
}

const record = (page: Page, count: number): Promise<string[]> =>
  page.evaluate(async (wanted) => {
    const { device } = window;
    const hashes: string[] = [];
    for (let index = 0; index < wanted; index += 1) {
      const response = device.aResponse('1', { answers: { '/data/comment': 'x'.repeat(4_000) } });
      const kept = await device.recordResponse(device.storage, response);
      if (!kept.ok) throw new Error(kept.error.detail);
      hashes.push(kept.value.contentHash);
    }
    return hashes;
  }, count);

const look = (page: Page) =>
  page.evaluate(async () => {
    const { device } = window;
    const rows = await device.readRecorded();
    const facts = await device.storage.database.device.toArray();
    const opened = await device.journal.open();
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('journal').catch(() => undefined);
    const names: string[] = [];
    if (folder !== undefined) for await (const name of folder.keys()) names.push(name);
    const unreleased = opened.ok ? opened.value.epochs.flatMap((epoch) => epoch.unreleased) : [];
    return {
      hashes: rows.map(({ contentHash }) => contentHash),
      doubled: rows.length - new Set(rows.map(({ responseId }) => responseId)).size,
      copied: unreleased.reduce((sum, { from, to }) => sum + to - from + 1, 0),
      named: names.some((name) => name.startsWith('segment')),
      facts: facts.map(({ key }) => key),
    };
  });

const whole = (page: Page, promised: readonly string[]) =>
  until('everything is back', 60_000, async () => {
    // The connection may be closed between two questions.
    const now = await look(page).catch(() => undefined);
    if (now === undefined) return undefined;
    const there = new Set(now.hashes);
    const all = promised.every((hash) => there.has(hash)) && now.copied >= promised.length && now.named;
    return all ? now : undefined;
  });

describe('a browser that removes the storage of a page that it has promised nothing', () => {
  it('is made up for at once, from the files that are still open: nobody need come or touch the screen', async () => {
    const page = await startDevice();
    await page.evaluate(() => window.device.enrol('code'));
    const promised = await record(page, RECORDED);
    await evict();
    const after = await whole(page, promised);
    expect(after.doubled).toBe(0);
    expect(after.facts).toEqual(['enrolment', 'keys', 'survey', 'touchpoint']);

    promised.push(...(await record(page, 5)));
    await evict();
    await whole(page, promised);
    const { profile } = browser ?? {};
    if (browser !== undefined) await switchOff(browser);
    const again = await startDevice(profile);
    expect((await whole(again, promised)).doubled).toBe(0);
  });
});
