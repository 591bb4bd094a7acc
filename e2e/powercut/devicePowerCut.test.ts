import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHAIN_START, chainHash, hashText } from '../../core/response/index.ts';
import { launchBrowser } from '../browser.ts';
import { readBatches } from '../device/readBatches.ts';
import { recordForEver, type Called } from '../device/recordForEver.ts';
import { serveDevicePage, type DevicePageServer } from '../device/serveDevicePage.ts';
import { until } from '../until.ts';
import { drawn, rounds } from '../drawn.ts';
import { cutPower } from './cutPower.ts';
import { forgetfulDisk, type ForgetfulDisk } from './forgetfulDisk.ts';
import { settledProfile } from './settledProfile.ts';

/** What a browser does unless it is asked for more: it hands the bytes to the system and calls that done. */
const RELAXED_DATABASE = `{
  const strictly = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (names, mode) {
    return strictly.call(this, names, mode, { durability: 'relaxed' });
  };
}`;

/** A worker whose flushes do nothing: the import comes first, and no message before both are done. */
const UNFLUSHED_COPY = `{
  const Plain = Worker;
  globalThis.Worker = function (url, options) {
    const script = 'import ' + JSON.stringify(String(url)) + '; FileSystemSyncAccessHandle.prototype.flush = () => undefined;';
    return new Plain(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), options);
  };
}`;

let server: DevicePageServer;
let settled: string;
beforeAll(async () => {
  server = await serveDevicePage();
  settled = await settledProfile(server.url);
});
afterAll(() => {
  server.close();
  rmSync(settled, { recursive: true });
});

interface Weather {
  readonly cuts: number;
  /** Runs before the page's own script. */
  readonly weakenedBy?: readonly string[];
}

/** Records without a pause while the power is cut again and again; then looks for everything that was called durable. */
async function recordThroughCuts({ cuts, weakenedBy = [] }: Weather) {
  const disk = forgetfulDisk({ holding: settled });
  const draw = drawn();
  const called: Called[] = [];
  try {
    for (let cut = 0; cut < cuts; cut += 1) {
      const browser = await launchBrowser({ profile: disk.folder, env: disk.env });
      for (const script of weakenedBy) await browser.page.addInitScript(script);
      const enough = called.length + 5 + draw(60);
      await recordForEver(browser.page, server.url, called);
      await until('so many are recorded', 60_000, () => called.length >= enough || undefined);
      await new Promise((resolve) => setTimeout(resolve, draw(20)));
      await cutPower(browser, disk);
    }
    const { items, loss } = await lookInto(disk);
    const found = new Map(items.map((item) => [item.contentHash, item]));
    const lost = called.filter(({ contentHash, seq }) => found.get(contentHash)?.seq !== seq);
    return { called, lost, items, loss };
  } finally {
    disk.remove();
  }
}

/** Starts once more, and gives what waits and what the device says of a loss. */
async function lookInto(disk: ForgetfulDisk) {
  const browser = await launchBrowser({ profile: disk.folder, env: disk.env });
  await browser.page.goto(server.url);
  const status = await browser.page.evaluate(async () => {
    const { device } = window;
    await device.compareWitnesses(device.storage);
    await device.storage.witnesses?.repaired;
    return device.readDeviceStatus(device.storage);
  });
  const items = (await readBatches(browser.page)).flatMap((batch) => batch.items);
  await browser.close();
  return { items, loss: status.storeLoss };
}

describe('a device that loses its power while it records', () => {
  it('[B1] has everything that it called durable, once, in one unbroken chain', async () => {
    const { called, lost, items, loss } = await recordThroughCuts({ cuts: rounds(4) });
    expect(called.length).toBeGreaterThan(rounds(4) * 5);
    expect(lost).toEqual([]);
    expect(loss).toBeNull();
    expect(new Set(items.map(({ responseId }) => responseId)).size).toBe(items.length);
    for (const [index, { seq, payload, contentHash, chain }] of items.entries()) {
      expect(seq).toBe(index + 1);
      expect(hashText(payload)).toBe(contentHash);
      expect(chain).toBe(chainHash(items[index - 1]?.chain ?? CHAIN_START, seq, contentHash));
    }
  });

  it('loses it, and the harness sees the loss, where database and copy only say that they flushed', async () => {
    const weakenedBy = [RELAXED_DATABASE, UNFLUSHED_COPY];
    const { called, lost } = await recordThroughCuts({ cuts: 1, weakenedBy });
    expect(called.length).toBeGreaterThan(0);
    expect(lost.length).toBeGreaterThan(0);
  });

  it('gets it all back from the copy where only the database says so', async () => {
    const { called, lost, loss } = await recordThroughCuts({ cuts: 1, weakenedBy: [RELAXED_DATABASE] });
    expect(lost).toEqual([]);
    expect(loss).toMatchObject({ lost: 0 });
    expect(loss?.restored).toBeGreaterThanOrEqual(called.length);
  });

  it('has it all in the database where only the copy says so', async () => {
    const { lost, loss } = await recordThroughCuts({ cuts: 1, weakenedBy: [UNFLUSHED_COPY] });
    expect(lost).toEqual([]);
    expect(loss).toBeNull();
  });
});
