import type { Page } from 'playwright-core';

type Take = (page: Page, name: string) => Promise<void>;

/** The opening hours of the overview's touchpoint while somebody writes them; nothing is kept. */
export async function takeHoursPictures(page: Page, take: Take): Promise<void> {
  await page.getByRole('button', { name: 'Opening hours' }).click();
  const form = page.getByRole('dialog', { name: /^Opening hours of / });
  await form.getByText('At these hours').click();
  await form.getByLabel('Monday, closes at').fill('21:00');
  await form.getByRole('button', { name: 'Monday to Friday like Monday' }).click();
  await form.getByRole('button', { name: 'Sunday: remove these hours' }).click();
  await form.getByLabel('Saturday, opens at').fill('10:00');
  await take(page, 'console-opening-hours-1440x900');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.waitFor({ state: 'detached' });
}
