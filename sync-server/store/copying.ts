import type { Kysely } from 'kysely';
import type { Result } from '../../core/kernel/index.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './openDatabase.ts';
import { openPool, tablesIn } from './postgres/openPool.ts';
import { preparePostgres } from './postgres/openPostgresStore.ts';
import type { Tables } from './tables.ts';

const CONNECTIONS = 2;

/** The tables in a file, for copying from it or into it; brought up to date where `migrated`. Destroy them. */
export async function openFileTables(
  path: string,
  migrated: boolean,
): Promise<Result<Kysely<Tables>, string>> {
  const db = openDatabase(path, 'write');
  const done = migrated ? await migrate(db) : null;
  if (done === null || done.ok) return { ok: true, value: db };
  await db.destroy();
  return done;
}

/** The tables in a PostgreSQL database, made or brought up to date, but without saying who the server is. Destroy them. */
export async function openPostgresTables(url: string): Promise<Result<Kysely<Tables>, string>> {
  const prepared = await preparePostgres(url, () => Promise.resolve());
  return prepared.ok ? { ok: true, value: tablesIn(openPool(url, CONNECTIONS)) } : prepared;
}
