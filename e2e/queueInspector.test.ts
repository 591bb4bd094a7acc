import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from './axe.ts';
import { openDevicePage } from './devicePage.ts';
import { fillOutbox } from './outbox.ts';
import { atFirstScreen } from './respondent.ts';
import { openRoad, TERMINAL_SIZES, type Road } from './road.ts';

let road: Road;
beforeAll(async () => {
  road = await openRoad();
  await road.server.stop();
  await fillOutbox(road.terminal.page, 23);
});
afterAll(() => road.end());

const SIZES = [...TERMINAL_SIZES, { width: 800, height: 1280 }];

async function checked(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}

it.each(SIZES)(
  'lists, shows, saves, sets apart and sends again, by keyboard, at $width x $height',
  async (size) => {
    const { page } = road.terminal;
    await page.setViewportSize(size);
    await page.reload();
    await atFirstScreen(page);
    await openDevicePage(page);
    await page.getByRole('button', { name: 'Look at them' }).press('Enter');
    await page.getByText('1 to 20 of 23').waitFor();
    await checked(page);

    await page.getByRole('button', { name: 'Later' }).press('Enter');
    await page.getByText('21 to 23 of 23').waitFor();
    await page.getByRole('button', { name: 'First page' }).press('Enter');
    await page.getByText('1 to 20 of 23').waitFor();
    await page.getByRole('button', { name: 'Last page' }).press('Enter');
    await page.getByText('21 to 23 of 23').waitFor();
    await page.getByRole('button', { name: /^Response 21/ }).press('Enter');
    await page.getByRole('dialog').getByText('How was your visit today?').waitFor();
    await checked(page);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file' }).press('Enter');
    const saved: unknown = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    expect(saved).toMatchObject({ seq: 21, response: { answers: { '/data/visit': '1' } } });

    await page.getByRole('button', { name: 'Set apart' }).press('Enter');
    await page.getByText('Somebody set it apart on this page.').waitFor();
    await page.locator('p:focus', { hasText: 'Set apart.' }).waitFor();
    await checked(page);
    await page.getByRole('button', { name: 'Send again now' }).press('Enter');
    await page.getByText('It waits to be sent again.').waitFor();
    await page.getByRole('button', { name: 'Back' }).press('Enter');
    await page.getByText('1 to 20 of 23').waitFor();
  },
);
