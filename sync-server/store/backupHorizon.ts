import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** What came before this moment is in a verified backup (H7). */
export async function readBackupHorizon(db: Kysely<Tables>): Promise<number> {
  const { backup_horizon } = await db.selectFrom('server').select('backup_horizon').executeTakeFirstOrThrow();
  return backup_horizon;
}

/** Only after the backup that holds everything before `moment` was read back and found whole. */
export async function moveBackupHorizon(tx: Transaction<Tables>, moment: number): Promise<void> {
  await tx
    .updateTable('server')
    .set({ backup_horizon: moment })
    .where('backup_horizon', '<', moment)
    .execute();
}
