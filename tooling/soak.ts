/**
 * `npm run soak -- --from SEED --seeds N --jobs J`: the simulation of a server and its devices for as many seeds as asked, on as many
 * threads as there are cores where nothing else is said. A seed that fails is printed; it then gets a name in
 * renderer/sync/simulation.test.ts.
 * `npm run soak -- --failover`: the loss of PostgreSQL's primary, see soak/failover.
 * `npm run soak -- --kills 60 --spares 10`: each second one of two servers on one PostgreSQL is killed, see soak/kills.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { soakFailover } from './soak/failover/soakFailover.ts';
import { soakKills } from './soak/kills/soakKills.ts';
import type { SeedResult } from './soak/seedWorker.ts';

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '500' },
    seeds: { type: 'string', default: '10000' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    failover: { type: 'boolean', default: false },
    kills: { type: 'string', default: '0' },
    spares: { type: 'string', default: '10' },
  },
});
if (values.failover) process.exit((await soakFailover()) ? 0 : 1);
if (values.kills !== '0')
  process.exit((await soakKills(Number(values.kills), Number(values.spares))) ? 0 : 1);
const [from, seeds, jobs] = [Number(values.from), Number(values.seeds), Number(values.jobs)];
if (![from, seeds, jobs].every(Number.isInteger) || jobs < 1) {
  console.error('Say whole numbers: npm run soak -- --from 500 --seeds 10000 --jobs 2');
  process.exit(2);
}

let [next, passed] = [from, 0];
const failed: number[] = [];
const started = performance.now();
const seconds = (): number => (performance.now() - started) / 1_000;
const sayProgress = (): void => {
  const done = passed + failed.length;
  const rate = (done / seconds()).toFixed(1);
  console.log(
    `${String(done)} of ${String(seeds)} seeds, ${String(failed.length)} failed, ${rate} a second, up to ${String(next - 1)}`,
  );
};

/** Hands one thread a seed after the other until there are none. */
function work(): Promise<void> {
  const worker = new Worker(new URL('soak/seedWorker.ts', import.meta.url), {
    // The short-lived objects of a whole seed: clearing them away often costs a tenth of the time.
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
  });
  return new Promise((resolve, reject) => {
    const hand = (): void => {
      if (next >= from + seeds) void worker.terminate().then(() => resolve(), reject);
      else worker.postMessage(next++);
    };
    worker.on('error', reject);
    worker.on('message', ({ seed, trouble }: SeedResult) => {
      if (trouble === null) passed += 1;
      else {
        failed.push(seed);
        console.log(`seed ${String(seed)}: ${trouble}`);
      }
      hand();
    });
    hand();
  });
}

const progress = setInterval(sayProgress, 60_000);
await Promise.all(Array.from({ length: jobs }, work));
clearInterval(progress);
const last = from + seeds - 1;
console.log(
  `${String(passed)} passed, ${String(failed.length)} failed (seeds ${String(from)} to ${String(last)}, ${seconds().toFixed(0)} s)`,
);
if (failed.length > 0) console.log(`failed: ${failed.sort((a, b) => a - b).join(' ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
