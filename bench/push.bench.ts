/**
 * Pushes per second in batches of 500: over HTTP into the server as it ships (unpacked, checked, deduplicated, kept, understood, counted,
 * committed with synchronous FULL) beside a bare better-sqlite3 insert of the same rows, taking turns on the same disk.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { PushItem, PushReply } from '../core/protocol/index.ts';
import { startServer } from '../e2e/server.ts';
import { TestDevice, sampleResponse } from '../sync-server/testing/index.ts';
import { openRawInbox, rawRows } from './push/rawInsert.ts';
import { quantile } from './quantile.ts';

const ITEMS = 500;
const BATCHES = 60;
const WARM_UP = 5;
const TOTAL = ITEMS * (WARM_UP + BATCHES);
const SECONDS_APART = 20;

const started = Date.now();

const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
const server = await startServer({ dataFolder: folder });
const device = await TestDevice.make(server.origin);
await device.enrol(new URL(server.link('/terminal/')).hash.replace('#enrol=', ''));
await device.hello();
const raw = openRawInbox(folder);

/** What a device that was long without network sends first: in order, every face, a third with a comment. */
function makeBatch(number: number) {
  const items: PushItem[] = [];
  for (let index = 0; index < ITEMS; index += 1) {
    const face = 1 + ((number + index) % 5);
    const comment = index % 3 === 0 ? { '/data/comment': 'The queue at the till was long again today.' } : {};
    const answers = { '/data/visit': String(face), '/data/good': 'staff speed', ...comment };
    const finishedAt = started - (TOTAL - number * ITEMS - index) * SECONDS_APART * 1000;
    items.push(device.seal(sampleResponse({ face, answers, finishedAt, deviceId: device.deviceId })));
  }
  const { deviceId, storeEpoch } = device;
  const body = { protocol: 1, batchId: randomUUID(), deviceId, storeEpoch, items };
  return { body: new Uint8Array(gzipSync(JSON.stringify(body))), rows: rawRows(items, deviceId, storeEpoch) };
}

async function push(body: Uint8Array<ArrayBuffer>): Promise<string> {
  const reply = await fetch(`${server.origin}/api/sync/push`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      authorization: `Bearer ${device.token}`,
    },
    body,
  });
  const { items } = (await reply.json()) as PushReply;
  return [...new Set(items.map(({ verdict }) => verdict))].join();
}

const took = { push: [] as number[], again: [] as number[], raw: [] as number[] };
try {
  for (let number = 0; number < WARM_UP + BATCHES; number += 1) {
    const { body, rows } = makeBatch(number);
    const start = performance.now();
    const stored = await push(body);
    const pushed = performance.now();
    raw.insertBatch(rows);
    const inserted = performance.now();
    const duplicate = await push(body);
    const end = performance.now();
    if (stored !== 'stored' || duplicate !== 'duplicate') throw new Error(`${stored}, ${duplicate}`);
    if (number < WARM_UP) continue;
    took.push.push(pushed - start);
    took.raw.push(inserted - pushed);
    took.again.push(end - inserted);
  }
  const bare = quantile(took.raw, 0.5);
  for (const [name, times] of Object.entries(took)) {
    const middle = quantile(times, 0.5);
    const rate = Math.round((ITEMS / middle) * 1000);
    const ratio = (bare / middle).toFixed(2);
    console.log(
      `${name.padEnd(6)} ${middle.toFixed(1)} ms a batch (p90 ${quantile(times, 0.9).toFixed(1)})  ${String(rate)} responses/s  ${ratio} of the bare insert`,
    );
  }
  const half = took.push.length / 2;
  const growth = quantile(took.push.slice(half), 0.5) / quantile(took.push.slice(0, half), 0.5);
  console.log(`second half of the batches beside the first: ${growth.toFixed(2)} times as long each`);
} finally {
  raw.close();
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
}
