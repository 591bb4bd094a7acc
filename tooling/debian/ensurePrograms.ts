import { runProgram } from '../stages/runProgram.ts';
import { installPackages } from './installPackages.ts';

/** What our sync files are held against: the programs that an operator opens them with by hand. */
const PROGRAMS = ['age', 'gzip', 'tar'];

/** Those that are still missing after an attempt to install them. */
export async function ensurePrograms(): Promise<readonly string[]> {
  const missing = await missingPrograms();
  if (missing.length === 0) return [];
  console.log(`Installing ${missing.join(', ')} ...`);
  await installPackages(missing);
  return missingPrograms();
}

async function missingPrograms(): Promise<readonly string[]> {
  const there = await Promise.all(
    PROGRAMS.map(async (name) => (await runProgram(name, ['--version'], { timeoutMs: 60_000 })).status === 0),
  );
  return PROGRAMS.filter((_, index) => there[index] === false);
}
