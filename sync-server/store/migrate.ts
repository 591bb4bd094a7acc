import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { err, ok, type Result } from '../../core/kernel/index.ts';
import { dialectOf } from './dialect.ts';
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
      `The database was made by a newer version of Earshot (it has ${unknown.join(', ')}). Start that version, or choose another ${placeOf(db)}.`,
    );
  }
  if ((await ownTables(db)).length === 0 && (await foreignTables(db)).length > 0) {
    return err(
      `${dialectOf(db) === 'sqlite' ? 'The file earshot.sqlite there' : 'The database'} belongs to another program: it holds tables, but none of Earshot. Nothing was changed. Move it away, or choose another ${placeOf(db)}.`,
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

/** Does it hold what an older version made? */
export async function isOutdated(db: Kysely<Tables>): Promise<boolean> {
  const applied = await appliedMigrations(db);
  return applied.length > 0 && Object.keys(MIGRATIONS).some((name) => !applied.includes(name));
}

const placeOf = (db: Kysely<Tables>): string =>
  dialectOf(db) === 'sqlite' ? 'folder with --data' : 'database with DATABASE_URL';

const tableNames = async (db: Kysely<Tables>): Promise<readonly string[]> => {
  const query =
    dialectOf(db) === 'sqlite'
      ? sql<{
          name: string;
        }>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
      : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema()`;
  return (await query.execute(db)).rows.map(({ name }) => name);
};

const ownTables = async (db: Kysely<Tables>): Promise<readonly string[]> =>
  (await tableNames(db)).filter((name) => name === VERSION_TABLE);

const foreignTables = async (db: Kysely<Tables>): Promise<readonly string[]> =>
  (await tableNames(db)).filter((name) => name !== VERSION_TABLE);

async function appliedMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  if ((await ownTables(db)).length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(VERSION_TABLE)}`.execute(db);
  return rows.map(({ name }) => name);
}
