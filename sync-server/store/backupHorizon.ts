import type { Kysely, Transaction } from 'kysely';
import { openDatabase } from './openDatabase.ts';
import type { Tables } from './tables.ts';

/** What came before this moment is in a verified backup (H7). */
export async function readBackupHorizon(db: Kysely<Tables>): Promise<number> {
  const { backup_horizon } = await db.selectFrom('server').select('backup_horizon').executeTakeFirstOrThrow();
  return backup_horizon;
}

/**
 * Only after the backup that holds everything before `moment` was read back and found whole. The newest backup's word counts, also where
 * it is the earlier one: what an older one said may come from a clock that was wrong.
 */
export async function moveBackupHorizon(tx: Transaction<Tables>, moment: number): Promise<void> {
  await tx.updateTable('server').set({ backup_horizon: moment }).execute();
}

/** The same for a database that a server may have open. */
export async function moveBackupHorizonIn(path: string, moment: number): Promise<void> {
  const database = openDatabase(path, 'write', { fileMustExist: true });
  try {
    await database.transaction().execute((tx) => moveBackupHorizon(tx, moment));
  } finally {
    await database.destroy();
  }
}
