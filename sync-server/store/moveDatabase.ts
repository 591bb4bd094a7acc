import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../core/kernel/index.ts';
import { flush } from './flush.ts';

/**
 * Gives a database file another name in one step. What stands in its log is brought into the file first, as a log is not found under the
 * new name; nobody else can open the file meanwhile.
 */
export function moveDatabase(from: string, to: string): Result<void, 'in use'> {
  const database = new Database(from, { timeout: 2_000, fileMustExist: true });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = DELETE');
    database.exec('begin exclusive');
    renameSync(from, to);
    flush(dirname(to));
    return ok(undefined);
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return err('in use');
    throw error;
  } finally {
    database.close();
  }
}
