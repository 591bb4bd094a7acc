/** `npm run bench [name ...]`: every bench/*.bench.ts in turn, each in a process of its own so that none warms the next one up. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhatIsNeeded } from './build/buildWhatIsNeeded.ts';
import { SERVER_TARGETS } from './build/targets.ts';
import { runProgram } from './stages/runProgram.ts';

const root = join(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const benches = readdirSync(join(root, 'bench'))
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.includes(name.replace('.bench.ts', '')))
  .sort();

await buildWhatIsNeeded(root, SERVER_TARGETS, console.log);
const failed: string[] = [];
for (const name of benches) {
  console.log(`\n== ${name.replace('.bench.ts', '')}`);
  const args = ['--expose-gc', '--import', './tooling/typescript.mjs', join('bench', name)];
  const { status } = await runProgram(process.execPath, args, { live: true });
  if (status !== 0) failed.push(name);
}
if (benches.length === 0) console.log('No bench of that name.');
if (failed.length > 0) console.log(`\nEnded badly: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 && benches.length > 0 ? 0 : 1;
