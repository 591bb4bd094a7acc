import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bundleBudget, firstStartBudget, type BudgetReport } from '../tooling/budget/bundleBudget.ts';
import { launchBrowser, type TestBrowser } from './browser.ts';
import { atFirstScreen, faces } from './respondent.ts';
import { startServer, type TestServer } from './server.ts';
import { until } from './until.ts';

const ROOT = join(import.meta.dirname, '..');

let server: TestServer;
let browser: TestBrowser;
beforeEach(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  // No worker comes at all, however late: every script crosses the network and can be held back.
  await browser.page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () => new Promise(() => undefined);
  });
});
afterEach(async () => {
  await browser.close();
  await server.remove();
});

/** Opens the terminal with what was weighed and nothing else, taps a face, then lets the rest come. */
async function tapWithOnly({ scripts }: BudgetReport, page: Page, open: () => Promise<unknown>) {
  const weighed = scripts.map(({ file }) => `${server.origin}/terminal/${file}`);
  let isOpen = false;
  const gate = new EventEmitter();
  const heldBack: string[] = [];
  await page.route(/\.js$/, async (route) => {
    const url = route.request().url();
    if (!isOpen && !weighed.includes(url)) {
      heldBack.push(url);
      await once(gate, 'open');
    }
    await route.continue();
  });
  await open();
  await faces(page).first().waitFor();
  await faces(page).nth(4).click();
  // The rest is asked for when the page has nothing else to do.
  await until('the rest was asked for', 60_000, () => heldBack[0]);
  isOpen = true;
  gate.emit('open');
  await page.getByRole('checkbox').first().waitFor();
}

it('what the budget weighs is enough to show the faces and to take a tap; all the rest may come later', async () => {
  const { page } = browser;
  await page.goto(server.link('/terminal/'));
  await atFirstScreen(page);
  const report = bundleBudget(ROOT);
  await tapWithOnly(report, page, () => page.reload());
  expect(report.bytes).toBeLessThanOrEqual(report.allowed);
});

it('the same holds for the very first start, by the enrolment link', async () => {
  const { page } = browser;
  const report = firstStartBudget(ROOT);
  await tapWithOnly(report, page, () => page.goto(server.link('/terminal/')));
  expect(report.bytes).toBeLessThanOrEqual(report.allowed);
});
