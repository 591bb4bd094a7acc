import type { Page } from 'playwright-core';
import { fileWith } from '../../sync-server/syncFiles/rehearsal/savedFile.ts';
import { sampleResponse, type TestServer } from '../../sync-server/testing/index.ts';

type Take = (page: Page, name: string) => Promise<void>;

/** What a terminal without a network saved; of `known` responses the server has heard already. */
async function saved(server: TestServer, deviceName: string, count: number, known = 0): Promise<Buffer> {
  const device = await server.device();
  const items = Array.from({ length: count }, () => device.seal(sampleResponse()));
  if (known > 0) await device.push(items.slice(0, known));
  const { bytes } = await fileWith(server, { device, items, changes: { deviceName } });
  return Buffer.from(bytes);
}

/** Three files: one that was taken in, one that waits for a word, one that was cut on its way. */
export async function takeSyncFilePictures(page: Page, server: TestServer, take: Take): Promise<void> {
  await page.getByRole('link', { name: 'Sync files' }).click();
  await page.getByRole('heading', { name: 'Bring sync files' }).waitFor();
  const bring = (name: string, buffer: Buffer): Promise<void> =>
    page.getByTestId('files').setInputFiles([{ name, mimeType: 'application/octet-stream', buffer }]);
  await bring('ferry-deck-5.earshot', await saved(server, 'Ferry, deck 5', 41));
  await page.getByRole('button', { name: /^Take in 41/ }).click();
  await page.getByRole('link', { name: /Download receipt/ }).waitFor();
  await page.reload();
  await page.getByRole('row', { name: /ferry-deck-5/ }).waitFor();
  const cut = await saved(server, 'Market hall', 900);
  await bring('market-hall.earshot', cut.subarray(0, Math.floor(cut.length * 0.7)));
  await page
    .getByRole('region', { name: 'market-hall.earshot' })
    .getByText('Only a part can be read')
    .waitFor();
  await bring('arrivals-2.earshot', await saved(server, 'Arrivals 2', 118, 12));
  await page.getByRole('button', { name: /^Take in 106/ }).waitFor();
  await take(page, 'console-sync-files-1440x900');
}
