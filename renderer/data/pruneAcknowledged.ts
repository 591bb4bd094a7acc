import type { AcknowledgedRow } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { readFact } from './facts.ts';

const RETENTION = 14 * 86_400_000;
/** Acknowledged responses kept at most, however long the server goes without a backup: some 100 MB. */
const MOST_KEPT = 50_000;

/**
 * Forgets responses that were acknowledged more than 14 days ago and are in the server's backup, as far as it speaks of backups; and the
 * oldest acknowledged ones beyond `mostKept`. What waits or is parked is never touched, for only acknowledged ranges are walked. A date
 * in the future was written by a clock since set back: such a range stays until the date is past.
 */
export async function pruneAcknowledged(storage: DeviceStorage, mostKept = MOST_KEPT): Promise<void> {
  const { meta, acknowledged, responses, notedVerdicts } = storage.database;
  await storage.database.transaction('rw', meta, acknowledged, responses, notedVerdicts, async () => {
    const status = await readFact(meta, 'syncStatus');
    const covered = (status?.backupHorizon ?? Infinity) - (status?.clockOffset ?? 0);
    const before = Math.min(storage.clock.now() - RETENTION, covered);
    for (const { from, to } of toForget(await acknowledged.toArray(), before, mostKept)) {
      await responses.where('seq').between(from, to, true, true).delete();
      await notedVerdicts.where('seq').between(from, to, true, true).delete();
      await acknowledged.delete(from);
    }
  });
}

function toForget(ranges: readonly AcknowledgedRow[], before: number, most: number): AcknowledgedRow[] {
  let kept = 0;
  return [...ranges]
    .sort((one, other) => other.at - one.at || other.from - one.from)
    .filter(({ from, to, at }) => {
      if (at < before) return true;
      kept += to - from + 1;
      return kept > most;
    });
}
