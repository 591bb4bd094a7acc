import type { Page } from 'playwright-core';
import { devicePin } from './outbox.ts';

export interface DevicePage {
  /** How many responses it says are waiting. */
  readonly waiting: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Presses and holds the corner as a person does, then types the PIN on the pad. */
export async function openDevicePage(page: Page): Promise<DevicePage> {
  const pin = await devicePin(page);
  const width = page.viewportSize()?.width ?? 1080;
  const first = page.getByRole('button', { name: '1', exact: true });
  await page.mouse.move(width - 40, 40);
  await page.mouse.down();
  await first.waitFor({ timeout: 60_000 });
  await page.mouse.up();
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
  const waiting = page.getByTestId('waiting');
  await waiting.waitFor({ timeout: 60_000 });
  return {
    waiting: async () => Number(await waiting.getAttribute('data-count')),
    close: async () => {
      await page.getByRole('button', { name: 'Close' }).click();
      await waiting.waitFor({ state: 'detached' });
    },
  };
}
