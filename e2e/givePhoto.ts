import type { Page } from 'playwright-core';
import { until } from './until.ts';

const PATIENCE = { timeout: 60_000 };

/** Answers the question that asks for a picture with these bytes, and waits until they are on the disk. */
export async function givePhoto(page: Page, photo: Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Take a photo' }).waitFor(PATIENCE);
  const added = page.getByText('The photo is added.');
  // A screen that has just come takes no answer yet: whoever is faster than any person gives it once more.
  await until('the photo is kept', 60_000, async () => {
    await page
      .getByTestId('file')
      .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo });
    return added.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => undefined,
    );
  });
}
