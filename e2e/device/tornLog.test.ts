import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { TestBrowser } from '../browser.ts';
import { until } from '../until.ts';
import { databaseLogs, tearLog } from './damageProfile.ts';
import { rehearsedApi } from './rehearsedApi.ts';
import { serveDevicePage } from './serveDevicePage.ts';
import type { DevicePageServer } from './serveDevicePage.ts';

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

async function startDevice(
  profile?: string,
): Promise<{ page: Page; profile: string; kill: () => Promise<void> }> {
  const started = await launchBrowser(profile === undefined ? {} : { profile });
  browser = started;
  await started.page.goto(server.url);
  await started.page.evaluate(async () => {
    const { device } = window;
    await device.compareWitnesses(device.storage);
    await device.storage.witnesses?.repaired;
  });
  return started;
}

const record = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const { device } = window;
    return (await device.recordResponse(device.storage, device.aResponse('4'))).ok;
  });

const enrolledAs = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await window.device.storage.database.device.toArray()).map(({ key }) => key));

describe('a write into the browser’s databases that was broken off in its middle', () => {
  it('costs nothing at the start after the next one either: Chromium would go on with the broken log, and then delete all', async () => {
    const first = await startDevice();
    await first.page.evaluate(() => window.device.enrol('code'));
    expect(await record(first.page)).toBe(true);
    const identity = await enrolledAs(first.page);
    expect(identity).toContain('enrolment');
    await first.kill();
    tearLog(first.profile);
    const torn = databaseLogs(first.profile);

    const second = await startDevice(first.profile);
    expect(await enrolledAs(second.page)).toEqual(identity);
    expect(await record(second.page)).toBe(true);
    await second.page.evaluate(() => window.device.keepMending());
    await until('another log was begun', 60_000, async () =>
      databaseLogs(first.profile).some((log) => torn.includes(log)) ? undefined : true,
    );
    expect(await record(second.page)).toBe(true);
    await second.kill();

    const third = await startDevice(first.profile);
    expect(await enrolledAs(third.page)).toEqual(identity);
    const { waiting, storeLoss } = await third.page.evaluate(() =>
      window.device.readDeviceStatus(window.device.storage),
    );
    expect({ waiting, storeLoss }).toEqual({ waiting: 3, storeLoss: null });
  });
});
