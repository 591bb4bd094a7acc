import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { TestBrowser } from '../browser.ts';
import { rehearsedApi } from './rehearsedApi.ts';
import type { RehearsedApi } from './rehearsedApi.ts';
import { serveDevicePage } from './serveDevicePage.ts';
import type { DevicePageServer } from './serveDevicePage.ts';

let browser: TestBrowser;
let api: RehearsedApi;
let served: DevicePageServer;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  api = rehearsedApi();
  served = await serveDevicePage(api.listener);
});
afterEach(() => served.close());

async function openTab(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(served.url);
  return page;
}

const enrol = (page: Page) => page.evaluate(() => window.device.enrol('code'));
const record = (page: Page, count: number) =>
  page.evaluate(async (wanted) => {
    const { device } = window;
    for (let index = 0; index < wanted; index += 1) {
      await device.recordResponse(device.storage, device.aResponse());
    }
  }, count);
const waiting = (page: Page) => page.evaluate(() => window.device.storage.database.outbox.count());
const soon = { timeout: 60_000, interval: 50 };

describe('enrolment', () => {
  it('[E2] [E3] keeps its key before it asks, and asks again with the same one when the reply was lost', async () => {
    const page = await openTab();
    api.loseReplies = 1;
    expect(await enrol(page)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
    await page.reload();
    expect(await enrol(page)).toMatchObject({ ok: true, value: { enrolment: { deviceName: 'Till 1' } } });
    expect(api.enrolments).toHaveLength(2);
    expect(api.enrolments[0]?.['publicKey']).toEqual(api.enrolments[1]?.['publicKey']);
    expect(await enrol(page)).toMatchObject({ ok: true });
    expect(api.enrolments).toHaveLength(2);
    const exportable = await page.evaluate(async () => {
      const row = await window.device.storage.database.device.get('keys');
      return (row?.value as { privateKey: CryptoKey }).privateKey.extractable;
    });
    expect(exportable).toBe(false);
    await page.close();
  });
});

describe('the pump in real tabs', () => {
  it('[S1] one tab sends for all; when it is closed, the next one does', async () => {
    const tabs = await Promise.all([openTab(), openTab(), openTab()]);
    const [first, second, third] = tabs;
    await enrol(first);
    for (const tab of tabs) await tab.evaluate(() => void window.device.startSync());
    await Promise.all(tabs.map((tab) => record(tab, 40)));
    await expect.poll(() => waiting(third), soon).toBe(0);
    expect(api.atOnce()).toBe(1);
    await first.close();
    await record(third, 5);
    await expect.poll(() => waiting(third), soon).toBe(0);
    await second.close();
    await record(third, 5);
    await expect.poll(() => waiting(third), soon).toBe(0);
    expect(api.server.inbox.size).toBe(130);
    expect([...api.server.counted.values()].every((count) => count === 1)).toBe(true);
    await third.close();
  });

  it('[S4] a response wakes the idle pump, also from another tab and without a network hint', async () => {
    const [leader, other] = await Promise.all([openTab(), openTab()]);
    await enrol(leader);
    await leader.evaluate(() => void window.device.startSync());
    await expect.poll(() => api.server.hellos.length, soon).toBe(1);
    await record(other, 1);
    await expect.poll(() => api.server.inbox.size, { timeout: 60_000, interval: 20 }).toBe(1);
    await Promise.all([leader.close(), other.close()]);
  });

  it('[A2] [V2] a lost reply to a push costs a duplicate on the wire and none in the store', async () => {
    const page = await openTab();
    await enrol(page);
    await page.evaluate(() => void window.device.startSync());
    await expect.poll(() => api.server.hellos.length, soon).toBe(1);
    api.loseReplies = 1;
    await record(page, 3);
    await expect.poll(() => waiting(page), soon).toBe(0);
    expect(api.server.pushes.length).toBeGreaterThan(1);
    expect([...api.server.counted.values()]).toEqual([1, 1, 1]);
    await page.close();
  });
});
