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
    await expect.poll(cutOff, { timeout: 60_000 }).toEqual({ ok: true, value: 1 });
    await other.close();
  });

  it('[B1] never set the sequence back, when one finds that its end is missing while the other goes on', async () => {
    const [slow, other] = await Promise.all([openTab(), openTab()]);
    const settling = slow.evaluate(async () => {
      const { storage, recordResponse, aResponse } = window.device;
      // Says that 500 were given, of which the database knows nothing.
      const told = JSON.parse(localStorage.getItem('earshot-sentinel') ?? '{}') as object;
      localStorage.setItem('earshot-sentinel', JSON.stringify({ ...told, lastSeq: 500 }));
      // Between reading and settling the other one works.
      const { setAside } = storage.database;
      const where = setAside.where.bind(setAside) as (index: string) => unknown;
      let held = false;
      Object.assign(setAside, {
        where: (index: string) => {
          if (held) return where(index);
          held = true;
          return { equals: () => ({ each: () => new Promise<void>((go) => Object.assign(window, { go })) }) };
        },
      });
      return recordResponse(storage, aResponse());
    });
    await slow.waitForFunction('window.go !== undefined');
    const given = await other.evaluate(async () => {
      const { storage, recordResponse, aResponse } = window.device;
      const recorded = [];
      for (let index = 0; index < 5; index += 1) recorded.push(await recordResponse(storage, aResponse()));
      return recorded;
    });
    await slow.evaluate('window.go()');
    const seqs = [...given, await settling].map((recorded) => recorded.ok && recorded.value.seq);
    expect(seqs).toEqual([501, 502, 503, 504, 505, 506]);
    for (const tab of [slow, other]) await tab.close();
  });
});
