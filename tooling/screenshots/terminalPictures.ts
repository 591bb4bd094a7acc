import type { Locator, Page } from 'playwright-core';
import { openDevicePage } from '../../e2e/devicePage.ts';
import { atFirstScreen, tapFace, tapUntil, thanks } from '../../e2e/respondent.ts';

export type TakePicture = (page: Page, name: string) => Promise<void>;

const COMMENTS = {
  tall: 'Quick and kind. More seats at gate 12, please.',
  wide: 'Kind people, and the queue moved.',
};

const named = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

async function tickReasons(page: Page, reasons: readonly string[]): Promise<void> {
  for (const reason of reasons) {
    const tile = page.locator(`[role="checkbox"][data-value="${reason}"]`);
    await tapUntil(tile, async () => (await tile.getAttribute('aria-checked')) === 'true');
  }
}

const textbox = (page: Page): Locator => page.getByRole('textbox');

/** Every step of one sitting at the sample terminal, and the page behind the hidden door. */
export async function takeTerminalPictures(
  page: Page,
  size: { readonly width: number; readonly height: number },
  take: TakePicture,
): Promise<void> {
  const suffix = `${size.width}x${size.height}`;
  await page.setViewportSize(size);
  await atFirstScreen(page);
  await take(page, `terminal-face-${suffix}`);
  await tapFace(page, 5);
  await tickReasons(page, ['staff', 'speed']);
  await take(page, `terminal-reasons-${suffix}`);
  await tapUntil(named(page, 'Next'), () => textbox(page).isVisible());
  await page.locator('[data-key="erase"]').waitFor();
  await textbox(page).fill(COMMENTS[size.width > size.height ? 'wide' : 'tall']);
  await take(page, `terminal-comment-${suffix}`);
  await page.locator('[data-key="language"]').click();
  await page.locator('[data-key="language"]').click();
  await take(page, `terminal-keyboard-${suffix}`);
  await tapUntil(named(page, 'Send'), () => thanks(page).isVisible());
  await take(page, `terminal-thanks-${suffix}`);

  await atFirstScreen(page);
  await tapFace(page, 2);
  await tickReasons(page, ['speed']);
  await take(page, `terminal-reasons-bad-${suffix}`);
  await tapUntil(named(page, 'Next'), () => textbox(page).isVisible());
  await tapUntil(named(page, 'Skip'), () => thanks(page).isVisible());

  await atFirstScreen(page);
  const devicePage = await openDevicePage(page);
  await take(page, `terminal-device-${suffix}`);
  await devicePage.close();
}
