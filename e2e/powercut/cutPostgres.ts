import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { until } from '../until.ts';

/** Every process of a PostgreSQL ends where it stands. Each is a child of the first, in a process group of its own. */
export async function cutPostgres(postmaster: ChildProcess): Promise<void> {
  const { pid } = postmaster;
  if (pid === undefined) throw new Error('it never started');
  // First it stands still: it must not see its children die and start others.
  process.kill(pid, 'SIGSTOP');
  const family = [...childrenOf(pid), pid];
  const exit = once(postmaster, 'exit');
  for (const member of family) process.kill(member, 'SIGKILL');
  await exit;
  await until('every process of PostgreSQL is gone', 60_000, () => (family.some(isAlive) ? undefined : true));
}

const childrenOf = (pid: number): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => statOf(one)?.parent === pid);

const isAlive = (pid: number): boolean => !['Z', 'X', undefined].includes(statOf(pid)?.state);

/** Behind the name, which may hold anything: its state and its parent. */
function statOf(pid: number): { readonly state: string; readonly parent: number } | undefined {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, 'latin1');
    const [state = 'X', parent = '0'] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
