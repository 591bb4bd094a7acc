/**
 * What taking in a batch of 500 responses costs in CPU time, all threads of the process counted, from the packed request to the durable
 * commit (unpacked, checked, hashed, deduplicated, kept, understood, counted, answered), beside a bare better-sqlite3 insert of the
 * very rows that it leaves behind, in the same process and by turns; and the same batches again, which are nothing but duplicates.
 * Then how late the event loop was meanwhile (between two of its rounds nothing else is heard or answered), the memory of the whole
 * process, bench and all, and the bytes that a response takes in the database. At last the same over HTTP (push/overHttp.ts).
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createHistogram } from 'node:perf_hooks';
import type { PushReply, Verdict } from '../core/protocol/index.ts';
import { startTestServer } from '../sync-server/testing/index.ts';
import { BareCopy } from './push/bareCopy.ts';
import { SHAPES, benchOverHttp } from './push/overHttp.ts';
import { Pusher, expectAll } from './push/pusher.ts';
import { quantile } from './quantile.ts';

const ITEMS = 500;
const BATCHES = 60;
const WARM_UP = 10;

const server = await startTestServer();
const bare = new BareCopy(server.folder);
const pusher = new Pusher(server.origin, await server.device());

/** Of first ingests alone. */
const lateness = createHistogram();

/** What `monitorEventLoopDelay` would take for lateness after a stop, the time between two batches, is left out. */
async function watched<T>(work: () => Promise<T>): Promise<T> {
  const own = createHistogram();
  own.recordDelta();
  const timer = setInterval(() => {
    own.recordDelta();
  }, 1);
  const result = await work();
  clearInterval(timer);
  own.recordDelta();
  lateness.add(own);
  return result;
}

/** Milliseconds of CPU. */
async function cpuOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

const ingest = (body: Uint8Array) =>
  server.server.app.inject({
    method: 'POST',
    url: '/api/sync/push',
    headers: {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      authorization: `Bearer ${pusher.device.token}`,
    },
    payload: Buffer.from(body),
  });

/** Reading the reply is the device's work, and so not timed. */
async function cpuOfIngest(body: Uint8Array, expected: Verdict): Promise<number> {
  let reply: { json<T>(): T } | undefined;
  const took = await cpuOf(async () => {
    reply = await ingest(body);
  });
  if (reply === undefined) throw new Error('no reply');
  expectAll(reply.json<PushReply>(), ITEMS, expected);
  return took;
}

type Took = Record<'first' | 'again' | 'bare', number[]>;

async function benchBatches(): Promise<Took> {
  const took: Took = { first: [], again: [], bare: [] };
  // Made beforehand: what making them leaves to be collected is not the ingest's.
  const bodies = Array.from({ length: WARM_UP + BATCHES }, () => pusher.makeBatch(ITEMS).body);
  for (const [number, body] of bodies.entries()) {
    const ingestFirst = () => cpuOfIngest(body, 'stored');
    const first = number < WARM_UP ? await ingestFirst() : await watched(ingestFirst);
    const rows = bare.newRows();
    const all = await cpuOf(() => {
      bare.insert(rows);
    });
    const again = await cpuOfIngest(body, 'duplicate');
    if (number < WARM_UP) continue;
    took.first.push(first);
    took.bare.push(all);
    took.again.push(again);
  }
  return took;
}

function report(name: string, times: readonly number[], beside: readonly number[]): void {
  const middle = quantile(times, 0.5);
  const ratio = (middle / quantile(beside, 0.5)).toFixed(2);
  const each = ((middle / ITEMS) * 1_000).toFixed(1).padStart(6);
  console.log(`${name.padEnd(34)} ${each} µs of CPU a response  ${ratio} times the bare insert`);
}

try {
  const took = await benchBatches();
  report('full ingest', took.first, took.bare);
  report('nothing but duplicates', took.again, took.bare);
  report('bare insert of the same rows', took.bare, took.bare);
  const share = quantile(took.again, 0.5) / quantile(took.first, 0.5);
  console.log(`duplicates beside a first ingest: ${share.toFixed(2)}`);
  const late = (share: number): string => `${(lateness.percentile(share) / 1e6).toFixed(1)} ms`;
  console.log(`event loop late during first ingests: p50 ${late(50)}   p99 ${late(99)}   most ${late(100)}`);
  console.log(`${String(Math.round(process.memoryUsage.rss() / 2 ** 20))} MB of memory at the end`);
  await server.store.write((tx) => tx.selectFrom('server').selectAll().execute());
  const { size } = statSync(join(server.folder, 'earshot.sqlite'));
  const responses = ITEMS * (WARM_UP + BATCHES);
  console.log(`${String(Math.round(size / responses))} bytes of database a response`);
} finally {
  bare.close();
  await server.stop();
}
for (const [shape, answers] of Object.entries(SHAPES)) await benchOverHttp(shape, answers);
