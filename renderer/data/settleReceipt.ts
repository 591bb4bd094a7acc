import type { DeviceStorage } from './deviceStorage.ts';
import { readFact, writeFact } from './facts.ts';
import { isWithin, unsentNumbers } from './outbox/waiting.ts';
import type { Committed } from './committed.ts';
import { applyVerdicts, settlingTables, type SettledItem } from './settleBatch.ts';
import { NO_SYNC_YET, type KnownServer, type SyncStatus } from './syncStatus.ts';
import { noteAcknowledged } from './witnesses/noteAcknowledged.ts';

/** What a receipt says of a batch beside its verdicts. */
export interface CarriedCommit extends Committed {
  /** Epoch of the server's store; `null` where a former version wrote the receipt. */
  readonly serverEpoch: string | null;
}

/**
 * Applies verdicts that were carried here in a file, in ONE transaction (R4, A5): only to what is unsent at this moment, parked or not, as
 * meanwhile the network may have been quicker. From then on the server is known by it, too (R5). Answers how many were acknowledged.
 */
export async function settleReceipt(
  storage: DeviceStorage,
  carried: readonly SettledItem[],
  committed: CarriedCommit,
): Promise<number> {
  const { database, clock } = storage;
  const { meta } = database;
  const now = clock.now();
  const ranges = await database.transaction('rw', settlingTables(database), async () => {
    const numbers = await unsentNumbers(database);
    const unsent = carried.filter(({ seq }) => isWithin(numbers, seq));
    const acknowledged = await applyVerdicts(storage, unsent, { at: now, serverAt: committed.serverNow });
    const status = (await readFact(meta, 'syncStatus')) ?? NO_SYNC_YET;
    await writeFact(meta, 'syncStatus', {
      ...status,
      ...knownBy(status, committed),
      ...(acknowledged.length > 0 && { acknowledgedAt: now }),
    });
    return acknowledged;
  });
  await noteAcknowledged(storage, ranges);
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/** As a hello would have made the server known. Its high water a receipt does not say. */
export function knownBy(
  status: SyncStatus,
  { serverEpoch, storeEpoch, serverNow, held }: CarriedCommit,
): Pick<SyncStatus, 'server' | 'serverNow'> {
  if (serverEpoch === null || serverNow === null) return {};
  const spoke = { serverNow: Math.max(status.serverNow ?? 0, serverNow) };
  const met: KnownServer = { serverEpoch, storeEpoch, highWater: 0, held: held ?? 0 };
  const { server } = status;
  if (server?.serverEpoch !== serverEpoch) return { ...spoke, server: met };
  if (server.storeEpoch !== storeEpoch) return { ...spoke, server };
  return { ...spoke, server: { ...server, held: Math.max(server.held, met.held) } };
}
