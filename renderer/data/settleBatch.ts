import { isAcknowledging, isParking, type Verdict } from '../../core/protocol/index.ts';
import type { OutboxRow, ParkedRow, ParkingReason } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { readFact, writeFact } from './facts.ts';
import type { Committed } from './committed.ts';
import { NO_SYNC_YET, type SyncStatus } from './syncStatus.ts';
import { noteAcknowledged } from './witnesses/noteAcknowledged.ts';

export interface SettledItem {
  readonly seq: number;
  readonly verdict: Verdict;
}

const DAY = 86_400_000;

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
  const { outbox, parked, acknowledged, notedVerdicts, meta } = database;
  const now = clock.now();
  const ranges = rangesOf(settled.filter(({ verdict }) => isAcknowledging(verdict)).map(({ seq }) => seq));
  const toNote = settled.filter(({ verdict }) => isNotable(verdict));
  const toPark = settled.filter(({ verdict }) => isParking(verdict));
  await database.transaction('rw', outbox, parked, acknowledged, notedVerdicts, meta, async () => {
    const status = (await readFact(meta, 'syncStatus')) ?? NO_SYNC_YET;
    const at = ranges.length > 0 ? now : status.acknowledgedAt;
    await Promise.all([
      ...ranges.map(({ from, to }) => outbox.where('seq').between(from, to, true, true).delete()),
      acknowledged.bulkPut(ranges.map((range) => ({ ...range, at: now, serverAt: committed?.serverNow ?? null }))),
      notedVerdicts.bulkPut(toNote.map(({ seq, verdict }) => ({ seq, verdict, at: now }))),
      writeFact(meta, 'syncStatus', {
        ...status,
        ...knownServer(status, committed),
        contactAt: now,
        acknowledgedAt: at,
        problem: null,
        stopped: false,
      }),
    ]);
    for (const { seq, verdict } of toPark) {
      const row = await outbox.get(seq);
      if (row !== undefined) await park(storage, row, verdict === 'bad_hash' ? 'bad_hash' : 'too_large');
    }
  });
  await noteAcknowledged(storage, ranges);
}

/** The server holds more of our store epoch now; should it once say less, it was restored (H6). */
function knownServer({ server }: SyncStatus, committed: Committed | null): Pick<SyncStatus, 'server'> {
  if (server === undefined) return {};
  const held = committed?.storeEpoch === server.storeEpoch ? committed.held : null;
  return held === null ? { server } : { server: { ...server, held } };
}

/** Inside the caller's transaction over outbox and parked. */
export async function park(storage: DeviceStorage, row: OutboxRow, reason: ParkingReason): Promise<void> {
  const { database, clock } = storage;
  const { seq, recordedAt, characters } = row;
  const now = clock.now();
  const parked: ParkedRow = { seq, recordedAt, characters, reason, parkedAt: now, retryAt: now + DAY };
  await database.parked.put(parked);
  await database.outbox.delete(seq);
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
