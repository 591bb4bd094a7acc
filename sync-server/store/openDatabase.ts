import Database from 'better-sqlite3';
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import { connectionSettings, type Mode } from './sqlite/connectionSettings.ts';
import type { Tables } from './tables.ts';

/**
 * Opens one connection in this very thread: for migrations and for what an operator does. A server opens its own in threads of their
 * own (sqlite/openThreads.ts). Statements are kept prepared by their text.
 */
export function openDatabase(
  path: string,
  mode: Mode,
  { fileMustExist = false }: { readonly fileMustExist?: boolean } = {},
): Kysely<Tables> {
  const { pragmas, busyMilliseconds } = connectionSettings(mode);
  const database = new Database(path, { timeout: busyMilliseconds, fileMustExist });
  for (const pragma of pragmas) database.pragma(pragma);
  return new Kysely<Tables>({ dialect: new KeptStatementsDialect(database) });
}

class KeptStatementsDialect extends SqliteDialect {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database: keepStatements(database) });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#database);
  }

  override createAdapter(): SqliteAdapter {
    return new WholeMigrationsAdapter();
  }
}

/** SQLite rolls schema changes back like all others, so a migration that fails leaves the old state. */
class WholeMigrationsAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Takes the write lock when a transaction begins, so that it can't find half-way that another writer was faster. */
class ImmediateDriver extends SqliteDriver {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database: keepStatements(database) });
    this.#database = database;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite rolls back by itself on a full disk or an I/O error; a second rollback would hide the first reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
}

function keepStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => {
      database.close();
    },
    prepare: (text) => {
      const known = kept.get(text);
      if (known !== undefined) return known;
      const statement = database.prepare(text) as unknown as SqliteStatement;
      kept.set(text, statement);
      return statement;
    },
  };
}
