import { join } from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../core/kernel/index.ts';

export interface FolderLock {
  release(): void;
}

/**
 * Keeps a second server off the folder. The operating system holds the lock (SQLite's exclusive file lock), so it ends with the
 * process, however that ends: there is no stale file to remove.
 */
export function lockFolder(folder: string): Result<FolderLock, 'taken'> {
  const database = new Database(join(folder, 'earshot.lock'), { timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return err('taken');
    throw error;
  }
  return ok({
    release: () => {
      database.close();
    },
  });
}
