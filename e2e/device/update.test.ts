import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { TestBrowser } from '../browser.ts';
import type { Updating } from './updatingPage.ts';

declare global {
  interface Window {
    updating: Updating;
  }
}

const LAST_VERSION = 3;

/** A worker that keeps the files of its version, with which the page's script is gone in the last; it takes over only when it is told to. */
const workerOf = (version: number): string => `// version ${version}
const files = ${JSON.stringify(version < LAST_VERSION ? ['/index.html', '/page.js'] : ['/index.html'])};
addEventListener('install', (event) => event.waitUntil(caches.open('files').then((cache) => cache.addAll(files))));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', (event) => { if (event.data.type === 'SKIP_WAITING') skipWaiting(); });`;

let browser: TestBrowser;
let server: Server;
let url = '';
let version = 1;

beforeAll(async () => {
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, 'updatingPage.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  server = createServer((request, response) => {
    response.setHeader('cache-control', 'no-store');
    const [type, body] =
      request.url === '/sw.js'
        ? ['text/javascript', workerOf(version)]
        : request.url === '/page.js'
          ? ['text/javascript', script]
          : ['text/html', '<!doctype html><script type="module" src="/page.js"></script>'];
    response.setHeader('content-type', type).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address !== null && typeof address === 'object') url = `http://127.0.0.1:${address.port}/`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

describe('a new version of the terminal', () => {
  it('waits until nobody is in the middle of an answer, then takes over with one reload', async () => {
    const { page } = browser;
    const state = () => page.evaluate(() => window.updating).catch(() => null);
    const waits = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return registration !== undefined && registration.waiting !== null;
      });
    const soon = { timeout: 60_000, interval: 50 };
    await page.goto(url);
    await expect.poll(async () => (await state())?.ready, soon).toBe(true);
    expect((await state())?.loads).toBe(1);

    version = 2;
    await expect.poll(waits, soon).toBe(true);
    await expect.poll(async () => (await state())?.asked, soon).toBeGreaterThan(10);
    expect((await state())?.loads).toBe(1);
    expect(await waits()).toBe(true);

    await page.evaluate(() => void (window.updating.busy = false));
    await expect.poll(async () => (await state())?.loads, soon).toBe(2);
    expect(await waits()).toBe(false);
    await page.evaluate(async () => {
      window.updating.busy = false;
      await (await navigator.serviceWorker.getRegistration())?.update();
    });
    expect((await state())?.loads).toBe(2);

    // What Chromium does for lack of room. The page is left alone, and the worker comes back.
    const takenAway = () => removeWorker(page);
    const asked = (await state())?.asked;
    await takenAway();
    await expect.poll(() => controlled(page), soon).toBe(true);
    expect(await state()).toMatchObject({ loads: 2, asked });

    // A newer one comes back, without the files of this page.
    version = LAST_VERSION;
    await takenAway();
    await expect.poll(async () => (await state())?.loads, soon).toBe(3);
    expect(await controlled(page)).toBe(true);
  });
});

const controlled = (page: Page): Promise<boolean> =>
  page.evaluate(() => navigator.serviceWorker.controller !== null);

async function removeWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const gone = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
      }),
  );
  const storageTypes = 'service_workers,cache_storage';
  await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes });
  await gone;
}
