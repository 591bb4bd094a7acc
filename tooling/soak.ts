/**
 * `npm run soak -- --from SEED --seeds N`: the simulation of a server and its devices for as many seeds as asked. A seed that fails
 * is printed; it then gets a name in renderer/sync/simulation.test.ts.
 * `npm run soak -- --failover`: the loss of PostgreSQL's primary, see soak/failover.
 */
import { parseArgs } from 'node:util';
import { Simulation } from '../renderer/sync/rehearsal/simulation.ts';
import { soakFailover } from './soak/failover/soakFailover.ts';

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '500' },
    seeds: { type: 'string', default: '10000' },
    failover: { type: 'boolean', default: false },
  },
});
if (values.failover) process.exit((await soakFailover()) ? 0 : 1);
const [from, seeds] = [Number(values.from), Number(values.seeds)];
if (!Number.isInteger(from) || !Number.isInteger(seeds)) {
  console.error('Say whole numbers: npm run soak -- --from 500 --seeds 10000');
  process.exit(2);
}

let failed = 0;
const started = performance.now();
for (let seed = from; seed < from + seeds; seed += 1) {
  try {
    await new Simulation(seed).run();
  } catch (error) {
    failed += 1;
    console.log(`seed ${String(seed)}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `${String(seeds - failed)} passed, ${String(failed)} failed (seeds ${String(from)} to ${String(from + seeds - 1)}, ${seconds} s)`,
);
process.exitCode = failed > 0 ? 1 : 0;
