import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

const PATIENCE = { timeout: 60_000 };

/** What is downloaded by pressing a button, or a link that looks like one. */
export async function downloaded(page: Page, what: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download', PATIENCE), what.click()]);
  return readFile(await download.path());
}

/** Files as they are dropped from the desktop, somewhere on the page. */
export async function drop(page: Page, files: Readonly<Record<string, Buffer>>): Promise<void> {
  const given = Object.entries(files).map(([name, bytes]) => [name, bytes.toString('base64')] as const);
  const transfer = await page.evaluateHandle((all) => {
    const made = new DataTransfer();
    for (const [name, base64] of all) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      made.items.add(new File([bytes], name));
    }
    return made;
  }, given);
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

/** What a device's page, open in front of us, saves as its sync file. */
export async function savedFile(page: Page): Promise<Buffer> {
  // No dialog of the system can be answered here: the browser then downloads.
  await page.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined }));
  return downloaded(page, page.getByRole('button', { name: 'Save to file' }));
}

/** Brings a receipt to a device's page that is open in front of us. */
export const giveReceipt = (page: Page, receipt: Buffer): Promise<void> =>
  page
    .getByLabel('Read a receipt')
    .last()
    .setInputFiles({ name: 'till-3.receipt', mimeType: 'application/octet-stream', buffer: receipt });
