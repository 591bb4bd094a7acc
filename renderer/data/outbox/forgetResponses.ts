import type { DeviceDatabase, SegmentKey } from '../deviceDatabase.ts';
import type { Numbers } from './waiting.ts';

/**
 * These are kept no longer: they neither wait nor are parked nor acknowledged any more. A segment goes as a whole, with the last of it
 * that anything is said of. Inside the caller's transaction over all that says something of responses.
 */
export async function forgetResponses(database: DeviceDatabase, ranges: readonly Numbers[]): Promise<void> {
  const { responses, segments } = database;
  for (const { from, to } of ranges) await responses.where('seq').between(from, to, true, true).delete();
  if (ranges.length === 0) return;
  const keys = await segments.toCollection().primaryKeys();
  const touched = keys.filter((key) => ranges.some(({ from, to }) => from <= key[1] && to >= key[0]));
  for (const key of touched) if (!(await isSpokenOf(database, key))) await segments.delete(key);
}

async function isSpokenOf(
  { outbox, waitingRuns, parked, acknowledged }: DeviceDatabase,
  [from, to]: SegmentKey,
): Promise<boolean> {
  const overlaps = (range: Numbers): boolean => range.to >= from;
  const counts = await Promise.all([
    outbox.where('seq').between(from, to, true, true).count(),
    parked.where('seq').between(from, to, true, true).count(),
    waitingRuns.where('from').belowOrEqual(to).filter(overlaps).count(),
    acknowledged.where('from').belowOrEqual(to).filter(overlaps).count(),
  ]);
  return counts.some((count) => count > 0);
}
