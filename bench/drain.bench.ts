/**
 * Draining 10,000 and 100,000 queued responses: ours to the real sync server (verified, in SQLite with synchronous=FULL, counted),
 * PouchDB to a server of its own kind that keeps the documents in files (not flushed), RxDB (Dexie storage) to an endpoint that drops
 * them. All in one browser run, taking turns, in batches of 500. Ours commits to the disk of the device (strict) and keeps its journal, theirs have the browser's relaxed default.
 * Ratios of time mean something on a busy machine only where the processor's time says the same: it is told beside them.
 * `npm run bench drain`; EARSHOT_DRAIN=10000 or EARSHOT_DRAIN=10000,100000 says how many, EARSHOT_DRAIN_PEERS=earshot runs ours alone.
 */
import type { Page } from 'playwright-core';
import { startServer } from '../e2e/server.ts';
import { openBrowser } from './drain/openBrowser.ts';
import { PEERS as ALL, serveDrainPage } from './drain/serveDrainPage.ts';
import type { Peer } from './drain/serveDrainPage.ts';
import { quantile, spread } from './quantile.ts';

const COUNTS = (process.env['EARSHOT_DRAIN'] ?? '10000,100000').split(',').map(Number);
const PEERS = ALL.filter((peer) => (process.env['EARSHOT_DRAIN_PEERS'] ?? ALL.join()).includes(peer));
/** The small one is repeated; the large one takes minutes for the others. */
const roundsOf = (count: number): number => (count <= 10_000 ? 3 : 1);
/** Between two people who finish while the outbox is drained. */
const PAUSE = 100;

const server = await startServer();
const served = await serveDrainPage(server.origin);
const browser = await openBrowser();

async function openPage(peer: Peer): Promise<Page> {
  const page = await browser.context.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`${served.url}/${peer}`);
  return page;
}

interface Drained {
  readonly took: number;
  /** Milliseconds of processor in the browser. */
  readonly busy: number;
  readonly bytes: number;
}

async function drain(page: Page, count: number): Promise<Drained> {
  await page.bringToFront();
  await page.evaluate((wanted) => window.fill(wanted), count);
  const before = served.wire.bytes;
  const busyBefore = await browser.processorSeconds();
  const took = await page.evaluate((wanted) => window.drain(wanted), count);
  const busy = ((await browser.processorSeconds()) - busyBefore) * 1_000;
  return { took, busy, bytes: served.wire.bytes - before };
}

async function compare(pages: Readonly<Record<Peer, Page>>, count: number): Promise<void> {
  const drained: Record<Peer, Drained[]> = { earshot: [], pouchDb: [], rxDb: [] };
  for (let round = 0; round < roundsOf(count); round += 1)
    for (const peer of PEERS) drained[peer].push(await drain(pages[peer], count));
  console.log(`${count} responses`);
  for (const peer of PEERS) console.log(lineOf(peer, drained, count));
  const peers = PEERS.filter((peer) => peer !== 'earshot').map((peer) => middle(drained[peer], 'took'));
  if (peers.length > 0)
    console.log(
      `  the faster peer takes ${(Math.min(...peers) / middle(drained.earshot, 'took')).toFixed(2)} times as long`,
    );
}

const middle = (drained: readonly Drained[], what: keyof Drained): number =>
  quantile(
    drained.map((one) => one[what]),
    0.5,
  );

function lineOf(peer: Peer, drained: Readonly<Record<Peer, readonly Drained[]>>, count: number): string {
  const own = drained[peer];
  const each = own.map(({ took }) => (took / 1_000).toFixed(2)).join(' ');
  const rate = String(Math.round(count / (middle(own, 'took') / 1_000))).padStart(6);
  const beside = (what: keyof Drained): string =>
    (middle(own, what) / middle(drained.earshot, what)).toFixed(2);
  const bytes = `${(middle(own, 'bytes') / count).toFixed(1)} bytes each (x ${beside('bytes')})`;
  const busy = `${((middle(own, 'busy') / count) * 1_000).toFixed(0)} us of the browser's processor each (x ${beside('busy')})`;
  return `  ${peer.padEnd(8)} ${rate}/s (${each} s, x ${beside('took')})  ${bytes}  ${busy}`;
}

/** Ours alone: a start on a full outbox, and people who finish while it is drained. */
async function benchStart(page: Page, count: number): Promise<void> {
  const compacting = await page.evaluate((wanted) => window.fill(wanted), count);
  console.log(
    `  put together in ${(compacting / 1_000).toFixed(2)} s, ${Math.round(count / (compacting / 1_000))}/s`,
  );
  await page.reload();
  const { waiting, known, durable } = await page.evaluate(() => window.start());
  console.log(
    `  start with ${waiting} waiting: known after ${known.toFixed(0)} ms, first response durable after ${durable.toFixed(0)} ms`,
  );
  const times = await page.evaluate((pause) => window.finishWhileDraining(pause), PAUSE);
  console.log(`  finish to durable while draining: ${spread(times)} (${String(times.length)} responses)`);
}

try {
  const code = new URL(server.link('/terminal/')).hash.replace('#enrol=', '');
  const pages = {
    earshot: await openPage('earshot'),
    pouchDb: await openPage('pouchDb'),
    rxDb: await openPage('rxDb'),
  };
  await pages.earshot.evaluate((used) => window.enrol(used), code);
  for (const count of COUNTS) {
    await compare(pages, count);
    await benchStart(pages.earshot, count);
  }
} finally {
  await browser.close();
  await served.close();
  await server.remove();
}
