import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { launchBrowser, type TestBrowser } from '../browser.ts';
import { openDevicePage } from '../devicePage.ts';
import { atFirstScreen, respond } from '../respondent.ts';
import { startServer, type TestServer } from '../server.ts';
import { until } from '../until.ts';
import { cutInstall, type CutInstall } from './cutInstall.ts';

const PATIENCE = { timeout: 60_000 };

let server: TestServer;
let way: CutInstall;
let terminal: TestBrowser;
beforeEach(async () => {
  [server, way, terminal] = await Promise.all([
    startServer(),
    cutInstall(() => server.port),
    launchBrowser(),
  ]);
});
afterEach(async () => {
  await terminal.close();
  await way.stop();
  await server.remove();
});

const link = (): string => server.link('/terminal/').replace(`:${server.port}/`, `:${way.port}/`);

const notYet = (page: Page) => page.getByText('Cannot start without a network yet');

it('an install of the worker that is cut off is made up for by the same page, which says so until it can start without a network', async () => {
  const { page } = terminal;
  await page.goto(link());
  await atFirstScreen(page);
  const devicePage = await openDevicePage(page);
  await notYet(page).waitFor(PATIENCE);
  way.letWorkerThrough();
  await until('the install fails', 60_000, () => (way.refused > 0 ? true : undefined));

  way.mend();
  await page.getByText('Starts without a network, too').waitFor(PATIENCE);
  expect(await notYet(page).count()).toBe(0);
  await devicePage.close();

  await way.stop();
  await page.reload();
  await respond(page, { face: 4 });
});
