import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axeViolations } from '../axe.ts';
import { launchBrowser, type TestBrowser } from '../browser.ts';
import { openConsole } from '../console.ts';
import { openDevicePage } from '../devicePage.ts';
import { syncNow } from '../outbox.ts';
import { atFirstScreen } from '../respondent.ts';
import { openRoad, terminalAddress, type Road } from '../road.ts';
import { until } from '../until.ts';

let road: Road;
let office: TestBrowser;
beforeAll(async () => {
  road = await openRoad();
  office = await launchBrowser({ viewport: { width: 1440, height: 900 } });
});
afterAll(async () => {
  await office.close();
  await road.end();
});

const notReady = (page: Page) => page.getByRole('heading', { name: 'Not ready yet' });
/** What stands beside a name on the device page. */
const beside = async (page: Page, name: string): Promise<string> =>
  (await page.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd').innerText()).trim();

/** Switched off without warning, and on again. */
async function restarted(terminal: TestBrowser): Promise<TestBrowser> {
  await terminal.kill();
  const again = await launchBrowser({ profile: terminal.profile });
  await again.page.goto(terminalAddress(road.server));
  await atFirstScreen(again.page);
  return again;
}

/** The device has said so, and the console shows it or not. */
async function seenAtHeadOffice(console: Page, terminal: Page, shown: boolean): Promise<void> {
  const panel = console.getByRole('region', { name: 'Terminal 1', exact: true });
  await until('head office knows', 60_000, async () => {
    await syncNow(terminal);
    await console.reload();
    await panel.waitFor();
    return (await panel.getByText('Not commissioned', { exact: true }).isVisible()) === shown
      ? true
      : undefined;
  });
}

it('[H11] a terminal calls itself ready once it found everything again at a start without its server', async () => {
  const { server } = road;
  let { terminal } = road;
  const console = await openConsole(office.context, server);
  await console.getByRole('link', { name: 'Devices', exact: true }).click();
  await seenAtHeadOffice(console, terminal.page, true);
  expect(await axeViolations(console)).toEqual([]);

  // A start at which the server is there proves nothing, but makes the copy count.
  terminal = await restarted(terminal);
  await openDevicePage(terminal.page);
  await notReady(terminal.page).waitFor();
  await until('the copy was found again', 60_000, async () =>
    (await beside(terminal.page, 'Storage and second copy after a restart')) === 'found' ? true : undefined,
  );
  expect(await beside(terminal.page, 'App on this device')).toBe('found');
  expect(await beside(terminal.page, 'Start without the server')).toBe('not yet');
  expect(await axeViolations(terminal.page)).toEqual([]);

  await server.stop();
  terminal = await restarted(terminal);
  await openDevicePage(terminal.page);
  await notReady(terminal.page).waitFor({ state: 'detached', timeout: 60_000 });
  expect(await beside(terminal.page, 'Ready')).toMatch(/^since /);
  expect(await axeViolations(terminal.page)).toEqual([]);

  await server.start();
  await seenAtHeadOffice(console, terminal.page, false);
  await terminal.close();
});
