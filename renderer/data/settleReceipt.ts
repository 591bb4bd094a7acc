import { isAcknowledging, isParking } from '../../core/protocol/index.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { readFact, writeFact } from './facts.ts';
import { endWaiting, isWithin, waitingNumbers, waitingTables } from './outbox/waiting.ts';
import { park } from './park.ts';
import { isNotable, rangesOf, type SettledItem } from './settleBatch.ts';
import { NO_SYNC_YET } from './syncStatus.ts';
import { noteAcknowledged } from './witnesses/noteAcknowledged.ts';

/**
 * Applies verdicts that were carried here in a file, in ONE transaction (R4, A5): only to what is unsent at this moment, parked or not, as
 * meanwhile the network may have been quicker. `serverNow`: the server's clock when it committed. Answers how many were acknowledged.
 */
export async function settleReceipt(
  storage: DeviceStorage,
  carried: readonly SettledItem[],
  serverNow: number | null,
): Promise<number> {
  const { database, clock } = storage;
  const { parked, acknowledged, notedVerdicts, meta } = database;
  const tables = [...waitingTables(database), parked, acknowledged, notedVerdicts, meta];
  const now = clock.now();
  const ranges = await database.transaction('rw', tables, async () => {
    const waiting = await waitingNumbers(database);
    const aside = new Set(await parked.toCollection().primaryKeys());
    const unsent = carried.filter(({ seq }) => aside.has(seq) || isWithin(waiting, seq));
    const settled = unsent.filter(({ verdict }) => isAcknowledging(verdict)).map(({ seq }) => seq);
    await parked.bulkDelete(settled);
    const noted = unsent.filter(({ verdict }) => isNotable(verdict));
    await notedVerdicts.bulkPut(noted.map(({ seq, verdict }) => ({ seq, verdict, at: now })));
    const status = (await readFact(meta, 'syncStatus')) ?? NO_SYNC_YET;
    if (settled.length > 0) await writeFact(meta, 'syncStatus', { ...status, acknowledgedAt: now });
    const runs = rangesOf(settled);
    // One after the other: they may divide one and the same run.
    for (const run of runs) {
      const bytesEach = await endWaiting(database, run);
      await acknowledged.put({ ...run, at: now, serverAt: serverNow, bytesEach });
    }
    for (const { seq, verdict } of unsent)
      if (isParking(verdict)) await park(storage, seq, verdict === 'bad_hash' ? 'bad_hash' : 'too_large');
    return runs;
  });
  await noteAcknowledged(storage, ranges);
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}
