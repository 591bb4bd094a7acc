import { isAcknowledging, isParking, type Verdict } from '../../core/protocol/index.ts';
import type { AcknowledgedRow, ChainState, DeviceDatabase } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { epochOf } from './epochs.ts';
import { readFact, writeFact } from './facts.ts';
import type { Committed } from './committed.ts';
import { endWaiting, waitingTables, type Numbers } from './outbox/waiting.ts';
import { park } from './park.ts';
import { NO_SYNC_YET, type SyncStatus } from './syncStatus.ts';
import { noteAcknowledged } from './witnesses/noteAcknowledged.ts';

export interface SettledItem {
  readonly seq: number;
  readonly verdict: Verdict;
}

/**
 * Applies the server's verdicts in ONE transaction (A5). What is acknowledged leaves the outbox, its response stays for 14 days; what
 * can't be taken is parked (A3); everything else goes on waiting.
 */
export async function settleBatch(
  storage: DeviceStorage,
  settled: readonly SettledItem[],
  committed: Committed | null = null,
): Promise<void> {
  const { database, clock } = storage;
  const { meta } = database;
  const now = clock.now();
  const ranges = await database.transaction('rw', settlingTables(database), async () => {
    const status = (await readFact(meta, 'syncStatus')) ?? NO_SYNC_YET;
    const chain = await readFact(meta, 'chain');
    const ours = committed === null ? settled : ofEpoch(chain, committed.storeEpoch, settled);
    if (ours.length === 0 && settled.length > 0) return [];
    const acknowledged = await applyVerdicts(storage, ours, { at: now, serverAt: committed?.serverNow ?? null });
    await writeFact(meta, 'syncStatus', {
      ...status,
      ...knownServer(status, committed, chain),
      ...(typeof committed?.serverNow === 'number' && { serverNow: committed.serverNow }),
      contactAt: now,
      acknowledgedAt: acknowledged.length > 0 ? now : status.acknowledgedAt,
      problem: null,
      stopped: false,
    });
    return acknowledged;
  });
  await noteAcknowledged(storage, ranges);
}

/**
 * Those whose number was given under this store epoch. A reply may come so late that the device has begun another sequence meanwhile, at
 * another server or after its storage was lost: the same number is another response there.
 */
const ofEpoch = (
  chain: ChainState | undefined,
  storeEpoch: string,
  settled: readonly SettledItem[],
): readonly SettledItem[] =>
  chain === undefined ? [] : settled.filter(({ seq }) => epochOf(chain, seq).storeEpoch === storeEpoch);

/** What a transaction that applies verdicts must span. */
export const settlingTables = (database: DeviceDatabase) => {
  const { parked, acknowledged, notedVerdicts, meta } = database;
  return [...waitingTables(database), parked, acknowledged, notedVerdicts, meta];
};

/** Verdicts on what waits, however they came. Gives what is acknowledged by them. Inside the caller's transaction. */
export async function applyVerdicts(
  storage: DeviceStorage,
  settled: readonly SettledItem[],
  moment: Pick<AcknowledgedRow, 'at' | 'serverAt'>,
): Promise<readonly Numbers[]> {
  const { database } = storage;
  const { at } = moment;
  const noted = settled.filter(({ verdict }) => isNotable(verdict));
  await database.notedVerdicts.bulkPut(noted.map(({ seq, verdict }) => ({ seq, verdict, at })));
  const ranges = rangesOf(settled.filter(({ verdict }) => isAcknowledging(verdict)).map(({ seq }) => seq));
  // One after the other: they may divide one and the same run.
  for (const range of ranges) {
    const bytesEach = await endWaiting(database, range);
    // Somebody may have set it apart while it was under way.
    await database.parked.where('seq').between(range.from, range.to, true, true).delete();
    await database.acknowledged.put({ ...range, ...moment, bytesEach });
  }
  for (const { seq, verdict } of settled) {
    if (isParking(verdict)) await park(storage, seq, verdict === 'bad_hash' ? 'bad_hash' : 'too_large');
  }
  return ranges;
}

/**
 * The server holds more of our store epoch now; should it once say less, it was restored (H6). The first that it takes of the store epoch
 * that the device goes on with is what it is known by from then on: nothing more will come of the former one.
 */
function knownServer(
  { server }: SyncStatus,
  committed: Committed | null,
  chain: ChainState | undefined,
): Pick<SyncStatus, 'server'> {
  if (server === undefined) return {};
  if (committed === null || committed.held === null) return { server };
  const { storeEpoch, held } = committed;
  if (storeEpoch === server.storeEpoch) return { server: { ...server, held } };
  return { server: storeEpoch === chain?.storeEpoch ? { ...server, storeEpoch, highWater: 0, held } : server };
}

const isNotable = (verdict: Verdict): boolean =>
  isAcknowledging(verdict) && verdict !== 'stored' && verdict !== 'duplicate';

/** Runs of consecutive numbers, so that a batch of 500 is one range to delete. */
function rangesOf(seqs: readonly number[]): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const seq of [...seqs].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && seq <= last.to + 1) last.to = seq;
    else ranges.push({ from: seq, to: seq });
  }
  return ranges;
}
