import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { err, ok, type Result } from '../../core/kernel/index.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Tables } from './tables.ts';

const VERSION_TABLE = 'migration';

/**
 * Brings the schema up to date, all of it or nothing. A database that a newer version has changed is left alone: it may hold what this
 * one would break.
 */
export async function migrate(
  db: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS,
): Promise<Result<void, string>> {
  const unknown = (await appliedMigrations(db)).filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    return err(
      `The database was made by a newer version of Earshot (it has ${unknown.join(', ')}). Start that version, or choose another folder with --data.`,
    );
  }
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableName: VERSION_TABLE,
    migrationLockTableName: 'migration_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('a migration failed');
  return ok(undefined);
}

async function appliedMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name = ${VERSION_TABLE}`.execute(db);
  if (tables.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(VERSION_TABLE)}`.execute(db);
  return rows.map(({ name }) => name);
}
