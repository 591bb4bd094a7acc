import { parseArgs } from 'node:util';
import { rebuildData } from '../sync-server/operations/index.ts';
import { dataFolder } from './data/dataFolder.ts';
import type { Ending } from './ending.ts';

export const REBUILD_USAGE = `earshot rebuild [--data DIR]
  makes everything that is derived (counted responses, comments, counters, quarantine) anew from what arrived, all of it or nothing. Stop
  the server first.`;

/** The command behind `earshot rebuild`. */
export async function rebuild(args: readonly string[]): Promise<Ending> {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help === true) return { status: 0, output: REBUILD_USAGE };
  const rebuilt = await rebuildData(dataFolder(values.data));
  return rebuilt.ok
    ? { status: 0, output: `Made anew from ${String(rebuilt.value)} responses.` }
    : { status: 1, error: rebuilt.error };
}
