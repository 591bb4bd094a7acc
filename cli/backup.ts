import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp, backUpPostgres, systemClock } from '../sync-server/operations/index.ts';
import { dataPlace } from './data/dataPlace.ts';
import type { Ending } from './ending.ts';

export const BACKUP_USAGE = `earshot backup -o FILE [--data DIR]
  copies a server's database into one new file while the server works, reads the copy back whole, and only then lets devices forget what is
  in it. Without --data, a store in the PostgreSQL database of DATABASE_URL is copied into such a file, too.`;

/** The command behind `earshot backup`. */
export async function backup(args: readonly string[]): Promise<Ending> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      output: { type: 'string', short: 'o' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return { status: 0, output: BACKUP_USAGE };
  if (values.output === undefined) return { status: 2, error: BACKUP_USAGE };
  const place = dataPlace(values.data);
  const to = resolve(values.output);
  const made =
    'folder' in place
      ? await backUp(place.folder, to, systemClock)
      : await backUpPostgres(place.databaseUrl, to, systemClock);
  if (!made.ok) return { status: 1, error: made.error };
  const { responses, horizon } = made.value;
  return {
    status: 0,
    output: `${values.output} holds ${String(responses)} responses, ${responses === 0 ? '' : `all that had arrived by ${new Date(horizon).toISOString()}, `}read back and found whole.`,
  };
}
