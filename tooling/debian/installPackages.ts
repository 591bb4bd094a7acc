import { existsSync } from 'node:fs';
import { runProgram } from '../stages/runProgram.ts';

const MINUTE = 60_000;

/** On Debian and its like, for root; elsewhere nothing happens. Whoever needs the programs looks whether they are there. */
export async function installPackages(names: readonly string[]): Promise<void> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram('apt-get', ['update'], { live: true, env, timeoutMs: 5 * MINUTE });
  await runProgram('apt-get', ['install', '-y', '--no-install-recommends', ...names], {
    live: true,
    env,
    timeoutMs: 10 * MINUTE,
  });
}
