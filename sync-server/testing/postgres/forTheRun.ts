import { RehearsedClock } from '../rehearsedClock.ts';
import { openPostgresStore } from '../../store/index.ts';
import { systemRandom } from '../../systemPorts.ts';
import { createDatabase } from './createDatabase.ts';
import { startPostgres } from './startPostgres.ts';

/** What the tests find a running PostgreSQL by. */
export const POSTGRES = 'EARSHOT_TEST_POSTGRES';
/** A database with the tables of today, which others are copied from. */
export const TEMPLATE = 'earshot_template';

/** Vitest's global setup: one PostgreSQL for all files of a run. Gives what ends it. */
export async function setup(): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  const template = await createDatabase(postgres.url, TEMPLATE);
  const opened = await openPostgresStore(template, new RehearsedClock(0), systemRandom);
  if (!opened.ok) throw new Error(opened.error);
  await opened.value.close();
  process.env[POSTGRES] = postgres.url;
  return () => postgres.stop();
}
