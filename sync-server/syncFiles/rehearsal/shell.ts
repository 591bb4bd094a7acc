import { spawnSync } from 'node:child_process';

/** Runs a line as a person types it, and answers what it prints. What it is about comes in the environment, so that nothing has to be quoted. */
export function shell(command: string, env: Readonly<Record<string, string>>): Buffer {
  const ran = spawnSync('bash', ['-o', 'pipefail', '-c', command], {
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 ** 2,
  });
  if (ran.status === 0) return ran.stdout;
  const said = ran.error?.message ?? ran.stderr.toString();
  throw new Error(`${command}: ${said} (it needs age, gzip and GNU tar: apt-get install age gzip tar)`);
}
