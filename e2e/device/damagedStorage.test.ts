import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chainHash, hashText } from '../../core/response/index.ts';
import { launchBrowser } from '../browser.ts';
import type { TestBrowser } from '../browser.ts';
import {
  localStorageSays,
  overwriteCurrent,
  overwriteManifest,
  overwriteMiddleOfLog,
  removeDatabases,
  removePrivateFiles,
  truncateLog,
} from './damageProfile.ts';
import { until } from '../until.ts';
import { readBatches } from './readBatches.ts';
import { serveDevicePage } from './serveDevicePage.ts';
import type { DevicePageServer } from './serveDevicePage.ts';
import { switchOff } from './switchOff.ts';

const RECORDED = 60;
const SENT = 20;

let server: DevicePageServer;
let browser: TestBrowser | undefined;
let filled: { readonly profile: string; readonly waiting: readonly Recorded[] };
beforeAll(async () => {
  server = await serveDevicePage();
  filled = await fillProfile();
});
afterAll(async () => {
  server.close();
  await rm(filled.profile, { recursive: true });
});
afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

interface Recorded {
  readonly seq: number;
  readonly contentHash: string;
}

/** Fills a fresh device, acknowledges the first of its responses, and switches it off. Answers the profile and what waits. */
async function fillProfile(): Promise<typeof filled> {
  const first = await launchBrowser();
  await first.page.goto(server.url);
  const recorded = await first.page.evaluate(
    async ([count, sent]) => {
      const { device } = window;
      const { storage } = device;
      const all: Recorded[] = [];
      for (let index = 0; index < count; index += 1) {
        const response = device.aResponse('3', { answers: { '/data/comment': 'ļ'.repeat(2_000) } });
        const kept = await device.recordResponse(storage, response);
        if (!kept.ok) throw new Error(kept.error.detail);
        all.push(kept.value);
      }
      const verdicts = Array.from({ length: sent }, (_, index) => ({
        seq: index + 1,
        verdict: 'stored' as const,
      }));
      await device.settleBatch(storage, verdicts);
      await storage.witnesses?.repaired;
      return all;
    },
    [RECORDED, SENT] as const,
  );
  // The browser writes its small storage to the disk a few seconds late.
  const expected = `"unsent":${RECORDED - SENT}`;
  await until('the sentinel is on the disk', 30_000, () => localStorageSays(first.profile, expected));
  await switchOff(first);
  return { profile: first.profile, waiting: recorded.slice(SENT) };
}

/** The same device, as often as it is wanted. */
async function filledProfile(): Promise<typeof filled> {
  const profile = await mkdtemp(join(tmpdir(), 'earshot-profile-'));
  await cp(filled.profile, profile, { recursive: true, verbatimSymlinks: true });
  return { ...filled, profile };
}

async function startAgain(profile: string): Promise<Page> {
  browser = await launchBrowser({ profile });
  await browser.page.goto(server.url);
  await browser.page.evaluate(async () => {
    const { device } = window;
    await device.compareWitnesses(device.storage);
    await device.storage.witnesses?.repaired;
  });
  return browser.page;
}

const status = (page: Page) => page.evaluate(() => window.device.readDeviceStatus(window.device.storage));
const record = (page: Page) =>
  page.evaluate(() => window.device.recordResponse(window.device.storage, window.device.aResponse()));

/** What every start after a damage owes: I1 all that waited waits, word for word; no number twice; each epoch's chain unbroken. */
async function expectNothingLost(page: Page, waiting: readonly Recorded[]): Promise<void> {
  const next = await record(page);
  expect(next).toMatchObject({ ok: true, value: { seq: RECORDED + 1 } });
  const batches = await readBatches(page);
  const items = batches.flatMap((batch) => batch.items);
  for (const { seq, contentHash } of waiting) {
    const item = items.find((one) => one.seq === seq);
    expect(item?.contentHash).toBe(contentHash);
    expect(hashText(item?.payload ?? '')).toBe(contentHash);
  }
  expect(new Set(items.map(({ seq }) => seq)).size).toBe(items.length);
  for (const batch of batches) {
    for (const [index, { seq, contentHash, chain }] of batch.items.slice(1).entries()) {
      const before = batch.items[index];
      if (before?.seq === seq - 1) expect(chain).toBe(chainHash(before.chain, seq, contentHash));
    }
  }
}

describe('a device whose storage was damaged while it was off', () => {
  it.each([
    ['CURRENT overwritten', overwriteCurrent],
    ['MANIFEST overwritten', overwriteManifest],
    ['the middle of the log overwritten', overwriteMiddleOfLog],
    ['everything removed', removeDatabases],
  ])('has all that waited when its database is gone: %s', async (_damage, damage) => {
    const { profile, waiting } = await filledProfile();
    damage(profile);
    const page = await startAgain(profile);
    expect((await status(page)).storeLoss).toMatchObject({ restored: RECORDED - SENT, lost: 0 });
    const before = await status(page);
    await expectNothingLost(page, waiting);
    const [former, today] = await readBatches(page);
    expect(former?.storeEpoch).not.toBe(before.storeEpoch);
    expect([today?.storeEpoch, today?.items.length]).toEqual([before.storeEpoch, 1]);
  });

  it.each([0.1, 0.5, 0.9])(
    'has all that waited when %d of its database is left, of which the browser says nothing',
    async (share) => {
      const { profile, waiting } = await filledProfile();
      truncateLog(profile, share);
      const page = await startAgain(profile);
      const { storeLoss } = await status(page);
      expect(storeLoss?.restored).toBeGreaterThan(0);
      expect(storeLoss?.lost).toBe(0);
      await expectNothingLost(page, waiting);
    },
  );

  it('goes on when the copy is gone, copies again, and says so', async () => {
    const { profile, waiting } = await filledProfile();
    removePrivateFiles(profile);
    const page = await startAgain(profile);
    const after = await status(page);
    expect(after.storeLoss).toMatchObject({ restored: 0, lost: 0, recopied: waiting.length });
    expect(after.copy?.state).toBe('young');
    await expectNothingLost(page, waiting);
    const copied = await page.evaluate(() => window.device.journal.open());
    const ranges = copied.ok ? copied.value.epochs.map(({ unreleased }) => unreleased) : null;
    expect(ranges).toEqual([[{ from: SENT + 1, to: RECORDED + 1 }]]);
  });

  it('says how many are lost for good when both are gone', async () => {
    const { profile } = await filledProfile();
    removeDatabases(profile);
    removePrivateFiles(profile);
    const page = await startAgain(profile);
    const { storeLoss } = await status(page);
    expect(storeLoss).toMatchObject({ restored: 0, lost: RECORDED - SENT });
    expect(await record(page)).toMatchObject({ ok: true, value: { seq: RECORDED + 1 } });
  });

  it('says nothing when nothing happened, and counts the copy from the second start on', async () => {
    const { profile, waiting } = await filledProfile();
    const page = await startAgain(profile);
    expect(await status(page)).toMatchObject({
      storeLoss: null,
      copy: { state: 'kept' },
      waiting: waiting.length,
    });
  });
});
