import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHAIN_START, chainHash, hashText } from '../../core/response/index.ts';
import { launchBrowser } from '../browser.ts';
import type { TestBrowser } from '../browser.ts';
import { serveDevicePage } from './serveDevicePage.ts';
import type { DevicePageServer } from './serveDevicePage.ts';

const KILLS = 5;

let server: DevicePageServer;
beforeAll(async () => {
  server = await serveDevicePage();
});
afterAll(() => server.close());

/** Records for ever; what is durable is called out to the test, which keeps its own list. */
async function recordForEver(page: Page, acknowledged: Map<number, string>): Promise<void> {
  await page.exposeFunction('durable', (seq: number, hash: string) => void acknowledged.set(seq, hash));
  await page.goto(server.url);
  await page.evaluate(() => {
    const { device } = window;
    const callOut = (window as unknown as { durable: (seq: number, hash: string) => void }).durable;
    const record = async (): Promise<void> => {
      for (;;) {
        const response = device.aResponse('5', { answers: { '/data/comment': 'x'.repeat(500) } });
        await device.saveDraft(device.storage, response);
        const recorded = await device.recordResponse(device.storage, response);
        if (recorded.ok) callOut(recorded.value.seq, recorded.value.contentHash);
      }
    };
    void record();
  });
}

async function waitFor(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('waited too long');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('a browser killed while it records', () => {
  it('[B1] has everything that it called durable, once, in one unbroken chain, and the cut-off draft as a response', async () => {
    const acknowledged = new Map<number, string>();
    let browser: TestBrowser = await launchBrowser();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = acknowledged.size;
      await recordForEver(browser.page, acknowledged);
      await waitFor(() => acknowledged.size >= before + 20 + 13 * kill);
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
    for (const [seq, hash] of acknowledged) expect(rows[seq - 1]?.contentHash).toBe(hash);
    let head = CHAIN_START;
    for (const { seq, payload, contentHash, chain } of rows) {
      expect(hashText(payload)).toBe(contentHash);
      head = chainHash(head, seq, contentHash);
      expect(chain).toBe(head);
    }
  });
});
