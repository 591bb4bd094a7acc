import { moveBackupHorizon, readBackupHorizon, type Store } from '../store/index.ts';

/**
 * What devices are told at `now` (H7). A horizon still to come says that the server's clock was set back since: what is acknowledged from
 * now on would look as if it were in that backup. Such a one counts for nothing, and is given up for good, until there is a newer backup.
 */
export async function tellBackupHorizon(store: Store, now: number): Promise<number> {
  const horizon = await readBackupHorizon(store.read);
  if (horizon <= now) return horizon;
  await store.write((tx) => moveBackupHorizon(tx, 0));
  return 0;
}
