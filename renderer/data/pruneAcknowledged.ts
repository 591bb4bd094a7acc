import type { AcknowledgedRow } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { readFact } from './facts.ts';
import { forgetResponses } from './outbox/forgetResponses.ts';
import { recordedTables } from './outbox/recorded.ts';
import { waitingTables } from './outbox/waiting.ts';

const RETENTION = 14 * 86_400_000;
/** Bytes of acknowledged responses kept at most, however long the server goes without a backup. */
const MOST_KEPT = 100_000_000;
/** Of those that a former version has acknowledged. */
const USUAL_BYTES = 2_000;

/**
 * Forgets responses that were acknowledged more than 14 days before the server last spoke and are in its backup, all of that by the
 * server's own clock, for the device's may stand anywhere (H7); and the oldest acknowledged ones beyond `mostKept` bytes. What waits or
 * is parked is never touched, for only acknowledged ranges are walked.
 */
export async function pruneAcknowledged(storage: DeviceStorage, mostKept = MOST_KEPT): Promise<void> {
  const { database } = storage;
  const { meta, acknowledged, parked, notedVerdicts } = database;
  const tables = new Set([...recordedTables(database), ...waitingTables(database)]);
  await database.transaction('rw', [meta, acknowledged, parked, notedVerdicts, ...tables], async () => {
    const status = await readFact(meta, 'syncStatus');
    const horizon = status?.backupHorizon ?? 0;
    const before = Math.min(horizon, (status?.serverNow ?? 0) - RETENTION);
    const isCovered = ({ serverAt }: AcknowledgedRow): boolean => (serverAt ?? Infinity) < before;
    const forgotten = toForget(await acknowledged.toArray(), isCovered, mostKept);
    for (const { from, to } of forgotten) {
      await notedVerdicts.where('seq').between(from, to, true, true).delete();
      await acknowledged.delete(from);
    }
    await forgetResponses(database, forgotten);
  });
}

function toForget(
  ranges: readonly AcknowledgedRow[],
  isCovered: (range: AcknowledgedRow) => boolean,
  most: number,
): AcknowledgedRow[] {
  let kept = 0;
  return [...ranges]
    .sort((one, other) => other.at - one.at || other.from - one.from)
    .filter((range) => {
      if (isCovered(range)) return true;
      kept += (range.to - range.from + 1) * (range.bytesEach ?? USUAL_BYTES);
      return kept > most;
    });
}
