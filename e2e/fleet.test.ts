import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { axeViolations } from './axe.ts';
import { openConsole } from './console.ts';
import { syncNow, waitingCount } from './outbox.ts';
import { respond } from './respondent.ts';
import { openRoad, type Road } from './road.ts';
import { quarantinedCount, storedResponses } from './store.ts';
import { until } from './until.ts';

let road: Road;
beforeAll(async () => {
  road = await openRoad();
});
afterAll(() => road.end());

const panel = (office: Page): Locator => office.getByRole('region', { name: 'Terminal 1', exact: true });

/** Nobody has to scroll sideways, and axe finds nothing. */
async function checked(office: Page): Promise<void> {
  expect(await axeViolations(office)).toEqual([]);
  const over = await office.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBe(0);
}

/** One response from the terminal, sent. */
async function hear(page: Page): Promise<void> {
  await page.bringToFront();
  await respond(page, { face: 4 });
  await until('nothing waits', 30_000, async () => {
    if ((await waitingCount(page)) === 0) return true;
    await syncNow(page);
    return undefined;
  });
}

it('shows each device with what has come of it, and shuts one out and lets it in again', async () => {
  const { server, terminal } = road;
  const office = await openConsole(terminal.context, server);
  await office.getByRole('link', { name: 'Devices', exact: true }).click();
  await panel(office).getByText('nobody has answered yet').waitFor();
  await checked(office);

  await hear(terminal.page);
  await office.bringToFront();
  await panel(office).getByText('1 received').waitFor();
  await panel(office).getByText('In contact, answers arrive').waitFor();
  await office.setViewportSize({ width: 1024, height: 768 });
  await checked(office);

  await panel(office).getByRole('button', { name: 'Revoke' }).press('Enter');
  const dialog = office.getByRole('dialog', { name: 'Revoke Terminal 1?' });
  await dialog.getByText('kept in quarantine').waitFor();
  await checked(office);
  await dialog.getByRole('button', { name: 'Revoke this device' }).press('Enter');
  await panel(office).getByRole('button', { name: 'Trust again' }).waitFor();
  await dialog.waitFor({ state: 'detached' });
  await checked(office);

  await hear(terminal.page);
  await until('it is kept in quarantine', 30_000, () =>
    quarantinedCount(server.dataFolder) === 1 ? true : undefined,
  );
  expect(storedResponses(server.dataFolder)).toHaveLength(1);

  await office.bringToFront();
  await office.getByRole('link', { name: 'Overview' }).click();
  await office.getByRole('region', { name: 'In quarantine' }).getByText('1', { exact: true }).waitFor();
  await office.getByRole('link', { name: 'Terminal 1', exact: true }).click();
  await panel(office).getByRole('button', { name: 'Trust again' }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Trust this device' }).click();
  await panel(office).getByRole('button', { name: 'Revoke' }).waitFor();
});
