import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axeViolations } from './axe.ts';
import { openConsole } from './console.ts';
import { syncNow } from './outbox.ts';
import { atFirstScreen, respond } from './respondent.ts';
import { openRoad, type Road } from './road.ts';
import { storedResponses } from './store.ts';
import { until } from './until.ts';

let road: Road;
beforeAll(async () => {
  road = await openRoad();
});
afterAll(() => road.end());

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Writes opening hours at the console, and waits until they are kept. */
async function setHours(office: Page, write: (form: ReturnType<Page['getByRole']>) => Promise<void>) {
  await office.bringToFront();
  await office.getByRole('button', { name: 'Opening hours' }).click();
  const form = office.getByRole('dialog', { name: /^Opening hours of / });
  await form.getByRole('button', { name: 'Save opening hours' }).waitFor();
  await write(form);
  expect(await axeViolations(office)).toEqual([]);
  await form.getByRole('button', { name: 'Save opening hours' }).click();
  await form.waitFor({ state: 'detached' });
}

async function hearsOfIt(page: Page, shown: () => Promise<boolean>): Promise<void> {
  await page.bringToFront();
  await syncNow(page);
  await until('the terminal has heard of the hours', 60_000, async () =>
    (await shown()) ? true : undefined,
  );
}

it('a terminal sleeps outside the hours that head office wrote, and wakes when they say so', async () => {
  const { server, terminal } = road;
  const { page } = terminal;
  const office = await openConsole(terminal.context, server);

  await setHours(office, async (form) => {
    await form.getByText('At these hours').click();
    for (const day of DAYS) await form.getByRole('button', { name: `${day}: remove these hours` }).click();
  });
  const asleep = page.getByRole('heading', { name: 'We are closed now' });
  await hearsOfIt(page, () => asleep.isVisible());
  expect(await axeViolations(page)).toEqual([]);

  await setHours(office, async (form) => {
    expect(await form.getByText('Closed', { exact: true }).count()).toBe(DAYS.length);
    await form.getByText('Always open').click();
  });
  await hearsOfIt(page, async () => !(await asleep.isVisible()));
  await atFirstScreen(page);
  await respond(page, { face: 5 });
  await until('the answer is stored', 60_000, () =>
    storedResponses(server.dataFolder).length === 1 ? true : undefined,
  );
});
