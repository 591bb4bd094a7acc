/**
 * Pushes over HTTP into the server as it ships (unpacked, checked, deduplicated, kept, understood, counted, committed with synchronous
 * FULL) beside a bare better-sqlite3 insert of the same rows, taking turns on the same disk: in batches of 500, the same batches again,
 * and one response each from many devices at once. At the end, how much memory the server's process ever had, where the system is Linux.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../e2e/server.ts';
import { enrolPusher, type Pusher } from './push/pusher.ts';
import { openRawInbox, rawRows } from './push/rawInsert.ts';
import { quantile } from './quantile.ts';

const ITEMS = 500;
const BATCHES = Number(process.env['EARSHOT_BENCH_BATCHES'] ?? '60');
const WARM_UP = 5;
const DEVICES = 16;
const ROUNDS = 40;

const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
const server = await startServer({ dataFolder: folder });
const raw = openRawInbox(folder);

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

function report(name: string, times: readonly number[], bare: readonly number[], responses: number): void {
  const middle = quantile(times, 0.5);
  const rate = String(Math.round((responses / middle) * 1000)).padStart(6);
  const ratio = (quantile(bare, 0.5) / middle).toFixed(2);
  const each = `${middle.toFixed(1)} ms (p90 ${quantile(times, 0.9).toFixed(1)})`;
  console.log(`${name.padEnd(22)} ${rate} responses/s  ${ratio} of bare  ${each}`);
}

async function benchBatches(pusher: Pusher): Promise<void> {
  const took = { push: [] as number[], again: [] as number[], bare: [] as number[] };
  for (let number = 0; number < WARM_UP + BATCHES; number += 1) {
    const batch = pusher.makeBatch(ITEMS);
    const rows = rawRows(batch.items, pusher.device.deviceId, pusher.device.storeEpoch);
    const push = await timed(() => pusher.push(batch, 'stored'));
    const bare = await timed(() => raw.insertBatch(rows));
    const again = await timed(() => pusher.push(batch, 'duplicate'));
    if (number < WARM_UP) continue;
    took.push.push(push);
    took.bare.push(bare);
    took.again.push(again);
  }
  report('batches of 500', took.push, took.bare, ITEMS);
  report('the same again', took.again, took.bare, ITEMS);
  report('bare insert', took.bare, took.bare, ITEMS);
  const half = took.push.length / 2;
  const growth = quantile(took.push.slice(half), 0.5) / quantile(took.push.slice(0, half), 0.5);
  console.log(`second half of the batches beside the first: ${growth.toFixed(2)} times as long each`);
}

async function benchSingles(pushers: readonly Pusher[]): Promise<void> {
  const took = { push: [] as number[], bare: [] as number[] };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const singles = pushers.map((pusher) => ({ pusher, batch: pusher.makeBatch(1) }));
    const push = await timed(() =>
      Promise.all(singles.map(({ pusher, batch }) => pusher.push(batch, 'stored'))),
    );
    const bare = await timed(() => {
      for (const { batch } of singles) raw.insertBatch(rawRows(batch.items, 'device', 'epoch'));
    });
    if (round < WARM_UP) continue;
    took.push.push(push);
    took.bare.push(bare);
  }
  report(`one each from ${String(DEVICES)}`, took.push, took.bare, DEVICES);
  report('bare, a commit each', took.bare, took.bare, DEVICES);
}

/** Kilobytes, as Linux counts what the process held in memory at its highest. */
function peakOf(pid: number | undefined): number | null {
  const status = `/proc/${String(pid)}/status`;
  const peak = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return peak === undefined ? null : Number(peak);
}

try {
  const pushers: Pusher[] = [];
  for (let number = 0; number < DEVICES; number += 1) pushers.push(await enrolPusher(server));
  if (pushers[0] !== undefined) await benchBatches(pushers[0]);
  await benchSingles(pushers);
  const peak = peakOf(server.pid());
  if (peak !== null) console.log(`the server held ${String(Math.round(peak / 1024))} MB at the most`);
} finally {
  raw.close();
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
}
