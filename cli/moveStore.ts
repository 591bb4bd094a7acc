import { parseArgs } from 'node:util';
import { moveStore as move, systemClock } from '../sync-server/operations/index.ts';
import { dataFolder } from './data/dataFolder.ts';
import type { Ending } from './ending.ts';

export const MOVE_STORE_USAGE = `DATABASE_URL=postgres://... earshot move-store [--data DIR]
  copies a server's SQLite file into an empty PostgreSQL database and compares every table. The server may be at work: for the last
  part it answers questions, but takes in nothing new, until you stop it. Run again what was broken off: it goes on where it was. Then
  start the server with the same DATABASE_URL. The file is kept under another name.`;

/** The command behind `earshot move-store`. */
export async function moveStore(args: readonly string[]): Promise<Ending> {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help === true) return { status: 0, output: MOVE_STORE_USAGE };
  const databaseUrl = process.env['DATABASE_URL'];
  if (databaseUrl === undefined) return { status: 2, error: MOVE_STORE_USAGE };
  const moved = await move(dataFolder(values.data), databaseUrl, systemClock, (line) => {
    process.stderr.write(`${line}\n`);
  });
  return moved.ok
    ? { status: 0, output: `All is in PostgreSQL now. The file is kept as ${moved.value.setAside}.` }
    : { status: 1, error: moved.error };
}
