/**
 * `npm run mutations [-- WORD ...]`: takes the safeguards of the way of a response away, one by one, in a copy of the tree, and expects
 * the test that stands for each to fail. Prints the table of docs/reliability.md. With words: only the mutants of which one is a part.
 */
import { join } from 'node:path';
import type { Mutant } from './mutations/mutant.ts';
import { MUTANTS } from './mutations/mutants.ts';
import { openWorkshop, type Workshop } from './mutations/workshop.ts';

const words = process.argv.slice(2);
const wanted = MUTANTS.filter(
  ({ removes }) => words.length === 0 || words.some((word) => removes.includes(word)),
);
const faults: string[] = [];

async function row(workshop: Workshop, mutant: Mutant): Promise<string> {
  const started = performance.now();
  const run = await workshop.mutated(mutant.edits, () => workshop.run(mutant));
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  if (run.trouble !== '') faults.push(`${mutant.removes}: ${run.trouble}`);
  else if (run.failed.length === 0) faults.push(`${mutant.removes}: survived ${mutant.test}`);
  const noticed = run.failed[0] === undefined ? '**nobody**' : `${mutant.test}: ${run.failed[0]}`;
  return `| ${mutant.removes} | ${noticed} | ${seconds} |`;
}

/** What fails without any mutant proves nothing with it. */
async function check(workshop: Workshop): Promise<void> {
  const runs = new Map(wanted.map((mutant) => [`${mutant.test} ${mutant.named}`, mutant]));
  for (const [name, mutant] of runs) {
    const run = await workshop.run(mutant);
    if (run.trouble !== '' || run.failed.length > 0)
      faults.push(`fails without a mutant: ${name}: ${run.trouble}${run.failed.join(', ')}`);
  }
}

const workshop = openWorkshop(join(import.meta.dirname, '..'));
try {
  console.log('| taken away | noticed by | s |\n| --- | --- | --- |');
  for (const mutant of wanted) {
    try {
      console.log(await row(workshop, mutant));
    } catch (error) {
      faults.push(`${mutant.removes}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  await check(workshop);
} finally {
  workshop.remove();
}
for (const fault of faults) console.error(fault);
console.log(`${wanted.length} mutants, ${faults.length} faults`);
process.exitCode = faults.length === 0 && wanted.length > 0 ? 0 : 1;
