/**
 * `npm run faults -- --rounds 200 --seed 7`: power cuts of terminal and server, and exchanges over a faulty network, more often than
 * every merge has time for, and at other moments. Network exchanges come thirty to a round.
 */
import { parseArgs } from 'node:util';
import { buildWhatIsNeeded } from './build/buildWhatIsNeeded.ts';
import { SERVER_TARGETS } from './build/targets.ts';
import { runNode } from './stages/runProgram.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '50' }, seed: { type: 'string', default: '2' } },
});
await buildWhatIsNeeded(`${import.meta.dirname}/..`, SERVER_TARGETS, console.log);
const { status } = await runNode(
  'vitest/vitest.mjs',
  ['run', '--project', 'e2e', '--testTimeout', '0', 'e2e/powercut', 'e2e/network-fault'],
  { live: true, env: { EARSHOT_ROUNDS: values.rounds, EARSHOT_SEED: values.seed } },
);
process.exitCode = status;
