import type { Page } from 'playwright-core';
import { sampleResponse, type TestDevice, type TestServer } from '../../sync-server/testing/index.ts';

type Take = (page: Page, name: string) => Promise<void>;

const HOUR = 3_600_000;

/** What happens to devices in the field: a hole, a copy, a full disk, a damaged storage, one that was given away. */
export async function liveTroubles(server: TestServer, devices: readonly TestDevice[]): Promise<void> {
  const [holed, full, away] = devices;
  if (holed === undefined || full === undefined || away === undefined) throw new Error('three devices');
  const seal = (device: TestDevice) =>
    device.seal(sampleResponse({ deviceId: device.deviceId, finishedAt: server.clock.now() - HOUR }));
  const sent = Array.from({ length: 40 }, () => seal(holed));
  await holed.push(sent.filter((_, index) => index < 11 || index > 13));
  await holed.hello({
    health: { waiting: 0, parked: 3, appVersion: '0.1.0', storageUsedBytes: 41e6, storageQuotaBytes: 58e9 },
  });
  await full.push(Array.from({ length: 25 }, () => seal(full)));
  for (let index = 0; index < 6; index += 1) seal(full);
  await full.hello({
    deviceNow: server.clock.now() + 47 * 60_000,
    health: {
      waiting: 6,
      parked: 0,
      appVersion: '0.1.0',
      oldestWaitingAt: server.clock.now() - 0.4 * HOUR,
      noRoom: true,
      storageUsedBytes: 3.9e9,
      storageQuotaBytes: 4e9,
      storagePersisted: false,
      storeLoss: { at: server.clock.now() - 30 * HOUR, restored: 12, lost: 2 },
    },
  });
  await away.push(Array.from({ length: 5 }, () => seal(away)));
  await server.store.write((tx) =>
    tx
      .updateTable('device')
      .set({ revoked_at: server.clock.now() - 3 * HOUR })
      .where('device_id', '=', away.deviceId)
      .execute(),
  );
}

export async function takeFleetPictures(page: Page, take: Take): Promise<void> {
  await page.getByRole('link', { name: 'Devices', exact: true }).click();
  await page.getByRole('heading', { name: 'Devices', exact: true }).waitFor();
  await page.getByRole('heading', { name: 'What has arrived' }).waitFor();
  await take(page, 'console-devices-1440x900');
}
