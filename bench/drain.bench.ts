/**
 * Draining 10,000 queued responses: ours to the real sync server (verified, in SQLite with synchronous=FULL, counted), PouchDB and RxDB
 * (Dexie storage) to endpoints that keep the documents in memory or drop them. All in one browser run, taking turns, in batches of 500.
 * Ours commits to the disk of the device (strict), theirs with the browser's relaxed default.
 */
import type { Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { startServer } from '../e2e/server.ts';
import { PEERS, serveDrainPage } from './drain/serveDrainPage.ts';
import type { Peer } from './drain/serveDrainPage.ts';
import { quantile } from './quantile.ts';

const COUNT = 10_000;
const ROUNDS = 3;

const server = await startServer();
const served = await serveDrainPage(server.origin);
const browser = await launchBrowser();

async function openPage(peer: Peer): Promise<Page> {
  const page = await browser.context.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`${served.url}/${peer}`);
  return page;
}

try {
  const code = new URL(server.link('/terminal/')).hash.replace('#enrol=', '');
  const pages = {
    earshot: await openPage('earshot'),
    pouchDb: await openPage('pouchDb'),
    rxDb: await openPage('rxDb'),
  };
  await pages.earshot.evaluate((used) => window.enrol(used), code);
  const took: Record<Peer, number[]> = { earshot: [], pouchDb: [], rxDb: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const peer of PEERS) {
      await pages[peer].bringToFront();
      took[peer].push(await pages[peer].evaluate((count) => window.drain(count), COUNT));
    }
  }
  const ours = quantile(took.earshot, 0.5);
  for (const peer of PEERS) {
    const middle = quantile(took[peer], 0.5);
    const each = took[peer].map((time) => (time / 1_000).toFixed(2)).join(' ');
    const rate = Math.round(COUNT / (middle / 1_000));
    console.log(
      `${peer.padEnd(8)} ${(middle / 1_000).toFixed(2)} s  (${each})  ${rate}/s  ratio ${(middle / ours).toFixed(2)}`,
    );
  }
} finally {
  await browser.close();
  served.close();
  await server.remove();
}
