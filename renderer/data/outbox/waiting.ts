import type { DeviceDatabase, OutboxRow, SegmentRow, WaitingRun } from '../deviceDatabase.ts';
import { bytesEachOf } from './segment.ts';

/** Consecutive numbers, both ends included. */
export interface Numbers {
  readonly from: number;
  readonly to: number;
}

export const overlaps = (one: Numbers, other: Numbers): boolean => one.from <= other.to && one.to >= other.from;

export const isWithin = (ranges: readonly Numbers[], seq: number): boolean =>
  ranges.some(({ from, to }) => seq >= from && seq <= to);

/** What a transaction that changes what waits must span. */
export const waitingTables = ({ outbox, waitingRuns, segments }: DeviceDatabase) =>
[outbox, waitingRuns, segments];

/** How much waits, and since when the oldest of it. */
export const summariseWaiting = (
  database: DeviceDatabase,
): PromiseLike<{ readonly count: number; readonly oldestAt: number | null }> =>
  database.transaction('r', database.outbox, database.waitingRuns, async () => {
    const [rows, first, runs] = await Promise.all([
      database.outbox.count(),
      database.outbox.orderBy('seq').first(),
      database.waitingRuns.toArray(),
    ]);
    const count = runs.reduce((sum, { from, to }) => sum + to - from + 1, rows);
    const [run] = runs;
    const oldest = run !== undefined && (first === undefined || run.from < first.seq) ? run : first;
    return { count, oldestAt: oldest?.recordedAt ?? null };
  });

/** How much is unsent, parked or not. */
export const countUnsent = async (database: DeviceDatabase): Promise<number> =>
  (await summariseWaiting(database)).count + (await database.parked.count());

/** The numbers of everything unsent: of what waits, ascending, then of what is parked. */
export async function unsentNumbers(database: DeviceDatabase): Promise<readonly Numbers[]> {
  const waiting = await waitingNumbers(database);
  const parked = await database.parked.toCollection().primaryKeys();
  return [...waiting, ...parked.map((seq) => ({ from: seq, to: seq }))];
}

/** The numbers of everything that waits, ascending. */
export const waitingNumbers = (database: DeviceDatabase): PromiseLike<readonly Numbers[]> =>
  database.transaction('r', database.outbox, database.waitingRuns, async () => {
    const [seqs, runs] = await Promise.all([
      database.outbox.toCollection().primaryKeys(),
      database.waitingRuns.toArray(),
    ]);
    const all = [...seqs.map((seq) => ({ from: seq, to: seq })), ...runs];
    const numbers: { from: number; to: number }[] = [];
    for (const { from, to } of all.sort((one, other) => one.from - other.from)) {
      const last = numbers.at(-1);
      if (last !== undefined && from === last.to + 1) last.to = to;
      else numbers.push({ from, to });
    }
    return numbers;
  });

/** What is known of one that waits, wherever it lies. Inside the caller's transaction. */
export async function findWaiting(database: DeviceDatabase, seq: number): Promise<OutboxRow | undefined> {
  const row = await database.outbox.get(seq);
  if (row !== undefined) return row;
  const run = await database.waitingRuns.where('from').belowOrEqual(seq).last();
  if (run === undefined || run.to < seq) return undefined;
  const segment = await database.segments.get(run.segment);
  const index = seq - run.segment[0];
  const recordedAt = segment?.recordedAt[index] ?? run.recordedAt;
  return { seq, recordedAt, characters: segment?.characters[index] ?? 0 };
}

/** Keys, indexes, hashes and the chain of a response that is a row of its own. */
const BESIDE = 400;

/**
 * These wait no longer. Inside the caller's transaction: a few rows, however many they are. Answers what they take of the disk, roughly,
 * each of them on the average.
 */
export async function endWaiting(database: DeviceDatabase, numbers: Numbers): Promise<number> {
  const { waitingRuns, segments } = database;
  const runs = await runsWithin(database, numbers);
  let bytes = 0;
  let inRuns = 0;
  for (const run of runs) {
    await waitingRuns.delete(run.from);
    if (run.from < numbers.from) await waitingRuns.put({ ...run, to: numbers.from - 1 });
    if (run.to > numbers.to) {
      const rest = { from: numbers.to + 1, to: run.to };
      await waitingRuns.put(runOf(await segments.get(run.segment), rest, run));
    }
    const count = Math.min(run.to, numbers.to) - Math.max(run.from, numbers.from) + 1;
    inRuns += count;
    bytes += count * (run.bytesEach ?? BESIDE);
  }
  const all = numbers.to - numbers.from + 1;
  // What stands in a run is no row.
  if (inRuns < all) bytes += await endRows(database, numbers);
  return Math.ceil(bytes / all);
}

async function endRows({ outbox }: DeviceDatabase, { from, to }: Numbers): Promise<number> {
  const rows = outbox.where('seq').between(from, to, true, true);
  const bytes = (await rows.toArray()).reduce((sum, { characters }) => sum + characters + BESIDE, 0);
  await rows.delete();
  return bytes;
}

/** Runs are few, so all of them that begin early enough are looked at. */
const runsWithin = ({ waitingRuns }: DeviceDatabase, numbers: Numbers): Promise<WaitingRun[]> =>
  waitingRuns
    .where('from')
    .belowOrEqual(numbers.to)
    .filter((run) => overlaps(run, numbers))
    .toArray();

const runOf = (segment: SegmentRow | undefined, numbers: Numbers, former: WaitingRun): WaitingRun => ({
  ...numbers,
  segment: former.segment,
  bytesEach: segment === undefined ? BESIDE : bytesEachOf(segment),
  recordedAt: segment?.recordedAt[numbers.from - segment.from] ?? former.recordedAt,
});

const CHUNK = 500;

/**
 * These wait again, as far as their responses are still kept. Inside the caller's transaction, which spans the responses, too. Answers
 * how many that are.
 */
export async function waitAgain(database: DeviceDatabase, numbers: Numbers): Promise<number> {
  const { responses, outbox, waitingRuns, segments } = database;
  let count = 0;
  for (const key of await segments.toCollection().primaryKeys()) {
    const from = Math.max(numbers.from, key[0]);
    const to = Math.min(numbers.to, key[1]);
    if (from > to) continue;
    const former = { from, to, segment: key, recordedAt: 0 };
    await waitingRuns.put(runOf(await segments.get(key), { from, to }, former));
    count += to - from + 1;
  }
  for (let after = numbers.from - 1; after < numbers.to; ) {
    const rows = await responses
      .where('seq')
      .between(after, numbers.to, false, true)
      .limit(CHUNK)
      .toArray();
    const waiting = rows.map(
      ({ seq, recordedAt, payload }): OutboxRow => ({ seq, recordedAt, characters: payload.length }),
    );
    await outbox.bulkPut(waiting);
    count += waiting.length;
    after = waiting.at(-1)?.seq ?? numbers.to;
  }
  return count;
}
