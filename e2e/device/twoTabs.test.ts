import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { TestBrowser } from '../browser.ts';
import { serveDevicePage } from './serveDevicePage.ts';
import type { DevicePageServer } from './serveDevicePage.ts';

let server: DevicePageServer;
let browser: TestBrowser;
beforeAll(async () => {
  server = await serveDevicePage();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

async function openTab() {
  const page = await browser.context.newPage();
  await page.goto(server.url);
  return page;
}

describe('two tabs of one device', () => {
  it('[B1] never share a sequence number', async () => {
    const tabs = await Promise.all([openTab(), openTab()]);
    const seqs = await Promise.all(
      tabs.map((tab) =>
        tab.evaluate(async () => {
          const { device } = window;
          const given: number[] = [];
          for (let index = 0; index < 100; index += 1) {
            const recorded = await device.recordResponse(device.storage, device.aResponse());
            if (recorded.ok) given.push(recorded.value.seq);
          }
          return given;
        }),
      ),
    );
    expect(seqs.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    for (const tab of tabs) await tab.close();
  });

  it('leave each other the draft being given, until the tab that gave it is closed', async () => {
    const [giving, other] = await Promise.all([openTab(), openTab()]);
    await giving.evaluate(() => window.device.saveDraft(window.device.storage, window.device.aResponse()));
    const cutOff = () => other.evaluate(() => window.device.recordCutOffDrafts(window.device.storage));
    expect(await cutOff()).toEqual({ ok: true, value: 0 });
    await giving.close();
    await expect.poll(cutOff, { timeout: 10_000 }).toEqual({ ok: true, value: 1 });
    await other.close();
  });
});
