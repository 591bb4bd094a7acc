import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  restore as putBack,
  restoreIntoPostgres,
  systemClock,
  systemRandom,
  verifyData,
  verifyPostgres,
} from '../sync-server/operations/index.ts';
import { dataPlace } from './data/dataPlace.ts';
import type { Ending } from './ending.ts';

export const RESTORE_USAGE = `earshot restore FILE [--data DIR] [--verify]
  puts a backup in the place of a server's database, which is kept beside it. The backup is read first and refused if it is not whole.
  Devices then send again what they keep and the backup lacks. Stop the server first. Run again what was broken off: until it ends, no
  server starts on the folder. --verify reads the restored folder as "earshot verify" does. Without --data, the backup goes into the empty
  PostgreSQL database of DATABASE_URL.`;

/** The command behind `earshot restore`. */
export async function restore(args: readonly string[]): Promise<Ending> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: 'string' }, verify: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help === true) return { status: 0, output: RESTORE_USAGE };
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) return { status: 2, error: RESTORE_USAGE };
  const place = dataPlace(values.data);
  const ports = { clock: systemClock, random: systemRandom };
  const restored =
    'folder' in place
      ? await putBack(resolve(file), place.folder, systemClock, systemRandom)
      : await restoreIntoPostgres(resolve(file), place.databaseUrl, ports);
  if (!restored.ok) return { status: 1, error: restored.error };
  const { responses, setAside } = restored.value;
  const lines = [
    `${'folder' in place ? place.folder : 'The database'} holds the ${String(responses)} responses of ${file}.`,
    ...(setAside === null ? [] : [`What was there is kept in ${setAside}.`]),
  ];
  if (values.verify !== true) return { status: 0, output: lines.join('\n') };
  const verified =
    'folder' in place ? await verifyData(place.folder) : await verifyPostgres(place.databaseUrl);
  const findings = verified.ok ? verified.value.findings : [verified.error];
  return findings.length === 0
    ? { status: 0, output: [...lines, 'Verified: all is well.'].join('\n') }
    : { status: 1, output: lines.join('\n'), error: findings.join('\n') };
}
