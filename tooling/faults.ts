/**
 * `npm run faults -- --rounds 200 --seed 7`: power cuts of terminal, server and PostgreSQL, servers killed under eight clients, and
 * exchanges over a faulty network, more often than every merge has time for, and at other moments. Network exchanges come thirty to a
 * round, impatient people twenty. Folders or files named behind that are the only ones: `npm run faults -- --rounds 60 e2e/several-servers`.
 */
import { parseArgs } from 'node:util';
import { buildWhatIsNeeded } from './build/buildWhatIsNeeded.ts';
import { SERVER_TARGETS } from './build/targets.ts';
import { runNode } from './stages/runProgram.ts';

const EVERYTHING = ['e2e/powercut', 'e2e/several-servers', 'e2e/network-fault', 'e2e/impatient'];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '50' }, seed: { type: 'string', default: '2' } },
});
await buildWhatIsNeeded(`${import.meta.dirname}/..`, SERVER_TARGETS, console.log);
const { status } = await runNode(
  'vitest/vitest.mjs',
  ['run', '--project', 'e2e', '--testTimeout', '0', ...(positionals.length > 0 ? positionals : EVERYTHING)],
  { live: true, env: { EARSHOT_ROUNDS: values.rounds, EARSHOT_SEED: values.seed } },
);
process.exitCode = status;
