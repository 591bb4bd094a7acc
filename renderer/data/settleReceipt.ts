import { isAcknowledging } from '../../core/protocol/index.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { readFact, writeFact } from './facts.ts';
import { isWithin, unsentNumbers } from './outbox/waiting.ts';
import { applyVerdicts, settlingTables, type SettledItem } from './settleBatch.ts';
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
  const { parked, meta } = database;
  const now = clock.now();
  const ranges = await database.transaction('rw', settlingTables(database), async () => {
    const numbers = await unsentNumbers(database);
    const unsent = carried.filter(({ seq }) => isWithin(numbers, seq));
    await parked.bulkDelete(unsent.filter(({ verdict }) => isAcknowledging(verdict)).map(({ seq }) => seq));
    const acknowledged = await applyVerdicts(storage, unsent, { at: now, serverAt: serverNow });
    const status = (await readFact(meta, 'syncStatus')) ?? NO_SYNC_YET;
    if (acknowledged.length > 0) await writeFact(meta, 'syncStatus', { ...status, acknowledgedAt: now });
    return acknowledged;
  });
  await noteAcknowledged(storage, ranges);
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}
