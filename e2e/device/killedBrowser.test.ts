import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHAIN_START, chainHash, hashText } from '../../core/response/index.ts';
import { launchBrowser } from '../browser.ts';
import type { TestBrowser } from '../browser.ts';
import { until } from '../until.ts';
import { recordForEver, type Called } from './recordForEver.ts';
import { serveDevicePage } from './serveDevicePage.ts';
import type { DevicePageServer } from './serveDevicePage.ts';

const KILLS = 5;

let server: DevicePageServer;
beforeAll(async () => {
  server = await serveDevicePage();
});
afterAll(() => server.close());

describe('a browser killed while it records', () => {
  it('[B1] has everything that it called durable, once, in one unbroken chain, and the cut-off draft as a response', async () => {
    const called: Called[] = [];
    let browser: TestBrowser = await launchBrowser();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = called.length;
      await recordForEver(browser.page, server.url, called);
      await until(
        'so many are recorded',
        30_000,
        () => called.length >= before + 20 + 13 * kill || undefined,
      );
      await browser.kill();
      browser = await launchBrowser({ profile: browser.profile });
    }
    await browser.page.goto(server.url);
    const rows = await browser.page.evaluate(async () => {
      const { device } = window;
      await device.recordCutOffDrafts(device.storage);
      return device.storage.database.responses.toArray();
    });
    const left = await browser.page.evaluate(() => window.device.storage.database.drafts.count());
    await browser.close();

    expect(left).toBe(0);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    expect(new Set(rows.map(({ responseId }) => responseId)).size).toBe(rows.length);
    for (const { seq, contentHash } of called) expect(rows[seq - 1]?.contentHash).toBe(contentHash);
    let head = CHAIN_START;
    for (const { seq, payload, contentHash, chain } of rows) {
      expect(hashText(payload)).toBe(contentHash);
      head = chainHash(head, seq, contentHash);
      expect(chain).toBe(head);
    }
  });
});
