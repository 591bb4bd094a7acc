import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleBudget } from '../tooling/budget/bundleBudget.ts';
import { launchBrowser, type TestBrowser } from './browser.ts';
import { atFirstScreen, faces } from './respondent.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let browser: TestBrowser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

it('what the budget weighs is enough to show the faces and to take a tap; all the rest may come later', async () => {
  const { page } = browser;
  await page.goto(server.link('/terminal/'));
  await atFirstScreen(page);
  // Without the worker, so that every script crosses the network and can be held back.
  await page.evaluate(async () => {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  });

  const { scripts, bytes, allowed } = bundleBudget(join(import.meta.dirname, '..'));
  const weighed = scripts.map(({ file }) => `${server.origin}/terminal/${file}`);
  let open = false;
  const gate = new EventEmitter();
  const heldBack: string[] = [];
  await page.route(/\.js$/, async (route) => {
    const url = route.request().url();
    if (!open && !weighed.includes(url)) {
      heldBack.push(url);
      await once(gate, 'open');
    }
    await route.continue();
  });
  await page.reload();
  await faces(page).first().waitFor();
  await faces(page).nth(4).click();
  expect(heldBack).not.toEqual([]);
  expect(bytes).toBeLessThanOrEqual(allowed);

  open = true;
  gate.emit('open');
  await page.getByRole('checkbox').first().waitFor();
});
