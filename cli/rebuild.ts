import { parseArgs } from 'node:util';
import { rebuildData, rebuildPostgres, systemClock, systemRandom } from '../sync-server/operations/index.ts';
import { dataPlace } from './data/dataPlace.ts';
import type { Ending } from './ending.ts';

export const REBUILD_USAGE = `earshot rebuild [--data DIR]
  makes everything that is derived (counted responses, comments, counters, quarantine) anew from what arrived, all of it or nothing. Stop
  the server first. Without --data, the same for the PostgreSQL database of DATABASE_URL, where what comes in meanwhile waits.`;

/** The command behind `earshot rebuild`. */
export async function rebuild(args: readonly string[]): Promise<Ending> {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help === true) return { status: 0, output: REBUILD_USAGE };
  const place = dataPlace(values.data);
  const rebuilt =
    'folder' in place
      ? await rebuildData(place.folder)
      : await rebuildPostgres(place.databaseUrl, { clock: systemClock, random: systemRandom });
  return rebuilt.ok
    ? { status: 0, output: `Made anew from ${String(rebuilt.value)} responses.` }
    : { status: 1, error: rebuilt.error };
}
