import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../e2e/server.ts';
import { quantile } from '../quantile.ts';
import { enrolPushers, type Answers, type Pusher } from './pusher.ts';
import { openRawAnswers, openRawInbox, rawRows, type RawInserts } from './rawInsert.ts';

const ITEMS = 500;
const ROUNDS = 40;
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

/** Devices that push at the same moment: of what one sends nothing waits for the disk, but for what another sends. */
const AT_ONCE = [1, 4];

/**
 * Batches of 500 over HTTP into the server as it ships, from one device and from several at once, beside the same responses inserted
 * by better-sqlite3 alone, by turns: into one table, and with a row for each answer, as the classical layout has it. Wall time, so only
 * of use on a machine that does nothing else.
 */
export async function benchOverHttp(shape: string, answers: () => Answers): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  const seen = join(folder, 'seen.json');
  const watch = new URL('../storm/watchServer.mjs', import.meta.url).href;
  const env = { NODE_OPTIONS: `--import ${watch}`, EARSHOT_WATCHED: seen };
  const server = await startServer({ env });
  const raw = { one: openRawInbox(folder), each: openRawAnswers(folder) };
  try {
    const pushers = await enrolPushers(server, Math.max(...AT_ONCE));
    process.kill(server.pid() ?? 0, 'SIGUSR2');
    for (const devices of AT_ONCE) {
      const took = await pushRounds(pushers.slice(0, devices), raw, answers);
      const rate = (times: readonly number[]): number => (ITEMS * devices * 1_000) / quantile(times, 0.5);
      const beside = (times: readonly number[]): string =>
        `${rate(times).toFixed(0)} (${((rate(took.pushed) / rate(times)) * 100).toFixed(0)} %)`;
      console.log(`${shape} over HTTP, devices at once: ${String(devices)}`);
      console.log(
        `  ${rate(took.pushed).toFixed(0)} responses/s; raw into one table ${beside(took.one)}, with a row an answer ${beside(took.each)}`,
      );
    }
    await server.stop();
    const { delayP99, delayMax, maxMegabytes } = JSON.parse(readFileSync(seen, 'utf8')) as Watched;
    const late = `p99 ${delayP99.toFixed(1)} ms, most ${delayMax.toFixed(1)} ms`;
    console.log(`  its event loop was late by ${late}; at most ${maxMegabytes.toFixed(0)} MB of memory`);
  } finally {
    raw.one.close();
    raw.each.close();
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Raw {
  readonly one: RawInserts;
  readonly each: RawInserts;
}

async function pushRounds(pushers: readonly Pusher[], raw: Raw, answers: () => Answers) {
  const took = { pushed: [] as number[], one: [] as number[], each: [] as number[] };
  for (let number = 0; number < WARM_UP + ROUNDS; number += 1) {
    const batches = pushers.map((pusher) => ({ pusher, batch: pusher.makeBatch(ITEMS, answers) }));
    const rows = batches.map(({ pusher: { device }, batch: { items } }) =>
      rawRows(items, device.deviceId, device.storeEpoch),
    );
    const times = [performance.now()];
    await Promise.all(batches.map(({ pusher, batch }) => pusher.push(batch, 'stored')));
    times.push(performance.now());
    for (const some of rows) raw.one.insertBatch(some);
    times.push(performance.now());
    for (const some of rows) raw.each.insertBatch(some);
    times.push(performance.now());
    if (number < WARM_UP) continue;
    const [begun = 0, pushed = 0, one = 0, each = 0] = times;
    took.pushed.push(pushed - begun);
    took.one.push(one - pushed);
    took.each.push(each - one);
  }
  return took;
}
