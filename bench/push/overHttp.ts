import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../e2e/server.ts';
import { quantile } from '../quantile.ts';
import { enrolPusher, type Answers, type Pusher } from './pusher.ts';
import { openRawInbox, rawRows } from './rawInsert.ts';

const ITEMS = 500;
const BATCHES = 40;
const WARM_UP = 5;

export const SHAPES: Readonly<Record<string, () => Answers>> = {
  'one answer': () => ({ '/data/visit': '4' }),
  '20 answers': () =>
    Object.fromEntries([
      ['/data/visit', '4'],
      ...Array.from({ length: 19 }, (_, index): [string, string] => [
        `/data/q${String(index)}`,
        'staff speed',
      ]),
    ]),
};

/** What the process that serves has seen of itself until it ended (../storm/watchServer.mjs). */
interface Watched {
  readonly maxMegabytes: number;
  readonly delayP99: number;
  readonly delayMax: number;
}

/**
 * Batches of 500 over HTTP into the server as it ships, one at a time, beside the same responses put into one table by
 * better-sqlite3 alone, by turns. Wall time, so only of use on a machine that does nothing else.
 */
export async function benchOverHttp(shape: string, answers: () => Answers): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  const seen = join(folder, 'seen.json');
  const watch = new URL('../storm/watchServer.mjs', import.meta.url).href;
  const env = { NODE_OPTIONS: `--import ${watch}`, EARSHOT_WATCHED: seen };
  const server = await startServer({ env });
  const raw = openRawInbox(folder);
  try {
    const pusher = await enrolPusher(server);
    const { pushed, bare } = await pushBatches(pusher, raw, answers);
    const rate = (times: readonly number[]): string =>
      String(Math.round((ITEMS / quantile(times, 0.5)) * 1_000));
    const share = ((quantile(bare, 0.5) / quantile(pushed, 0.5)) * 100).toFixed(0);
    console.log(`${shape} over HTTP  ${rate(pushed)} responses/s, raw ${rate(bare)}: ${share} % of it`);
    await server.stop();
    const { delayP99, delayMax, maxMegabytes } = JSON.parse(readFileSync(seen, 'utf8')) as Watched;
    const late = `p99 ${delayP99.toFixed(1)} ms, most ${delayMax.toFixed(1)} ms`;
    console.log(`  its event loop was late by ${late}; at most ${maxMegabytes.toFixed(0)} MB of memory`);
  } finally {
    raw.close();
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pushBatches(pusher: Pusher, raw: ReturnType<typeof openRawInbox>, answers: () => Answers) {
  const took = { pushed: [] as number[], bare: [] as number[] };
  for (let number = 0; number < WARM_UP + BATCHES; number += 1) {
    const batch = pusher.makeBatch(ITEMS, answers);
    const rows = rawRows(batch.items, pusher.device.deviceId, pusher.device.storeEpoch);
    const begun = performance.now();
    await pusher.push(batch, 'stored');
    const between = performance.now();
    raw.insertBatch(rows);
    if (number < WARM_UP) continue;
    took.pushed.push(between - begun);
    took.bare.push(performance.now() - between);
  }
  return took;
}
