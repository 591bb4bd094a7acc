import type { ChainState, OutboxRow, ResponseRow } from '../deviceDatabase.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { epochOf } from '../epochs.ts';
import { readFact } from '../facts.ts';
import { isReadable } from './isReadable.ts';
import { bytesEachOf, packSegment } from './segment.ts';

export interface Compaction {
  /** Responses in a segment. */
  readonly size: number;
  /** Milliseconds a response stays a row: somebody may still be asking whether it was kept. */
  readonly youngerThan: number;
}

const COMPACTION: Compaction = { size: 500, youngerThan: 60_000 };

/** What is broken off by a gap is worth a segment of its own from this part of the size on. */
const LEAST_PART = 0.2;
/** A giant stays alone. */
const MAX_CHARACTERS = 64 * 1024;
const MAX_SEGMENT_CHARACTERS = 1024 * 1024;

/**
 * Puts the oldest waiting rows that follow on each other into one segment: its row and the run that waits are written, and the rows
 * removed, in ONE transaction. Answers whether it did; `false`: there is nothing more to put together.
 */
export async function compactOutbox(
  storage: DeviceStorage,
  compaction: Compaction = COMPACTION,
): Promise<boolean> {
  const { meta, segments } = storage.database;
  const chain = await readFact(meta, 'chain');
  if (chain === undefined) return false;
  const [last] = await segments.orderBy('[from+to]').reverse().limit(1).primaryKeys();
  const end = last?.[1] ?? 0;
  // Behind the last segment first: before it lie thousands of deleted rows, through which the browser has to grope.
  if (await compactAfter(storage, chain, end, compaction)) return true;
  return end > 0 && compactAfter(storage, chain, 0, compaction);
}

async function compactAfter(
  storage: DeviceStorage,
  chain: ChainState,
  start: number,
  compaction: Compaction,
): Promise<boolean> {
  for (let after = start; ; ) {
    const { rows, responses } = await readRows(storage, after, compaction);
    if (rows.length === 0) return false;
    const run = runOf(responses, chain);
    const broken = run.length < rows.length;
    const least = broken ? Math.max(2, compaction.size * LEAST_PART) : compaction.size;
    if (run.length >= least) return replaceRows(storage, run);
    after = run.at(-1)?.seq ?? rows[0]?.seq ?? Infinity;
  }
}

interface Rows {
  readonly rows: readonly OutboxRow[];
  /** As many as are as their outbox rows say, without a gap. */
  readonly responses: readonly ResponseRow[];
}

const readRows = (storage: DeviceStorage, after: number, { size, youngerThan }: Compaction): PromiseLike<Rows> => {
  const { outbox, responses } = storage.database;
  const now = storage.clock.now();
  return storage.database.transaction('r', outbox, responses, async () => {
    const waiting = await outbox.where('seq').above(after).limit(size).toArray();
    const end = waiting.findIndex(({ recordedAt }) => Math.abs(now - recordedAt) < youngerThan);
    const rows = end === -1 ? waiting : waiting.slice(0, end);
    const first = rows[0];
    if (first === undefined) return { rows, responses: [] };
    const gap = rows.findIndex(({ seq, failures }, index) => seq !== first.seq + index || failures !== undefined);
    // Too few to be put together: their contents need not be read.
    if (gap === -1 && rows.length < size) return { rows: [], responses: [] };
    const last = gap === -1 ? first.seq + rows.length - 1 : first.seq + gap - 1;
    return { rows, responses: await responses.where('seq').between(first.seq, last, true, true).toArray() };
  });
};

/** The rows from the first on that can stand in one segment. */
function runOf(rows: readonly ResponseRow[], chain: ChainState): readonly ResponseRow[] {
  const first = rows[0];
  if (first === undefined) return [];
  const { lastSeq } = epochOf(chain, first.seq);
  let characters = 0;
  const end = rows.findIndex((row, index) => {
    if (!fitsIn(row)) return true;
    characters += row.payload.length;
    const isNext = row.seq === first.seq + index && row.seq <= lastSeq;
    return !isNext || characters > MAX_SEGMENT_CHARACTERS;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

/** Only what comes out of a segment as it went in. */
const fitsIn = (row: ResponseRow): boolean =>
  isReadable(row) &&
  row.payload.length <= MAX_CHARACTERS &&
  typeof row.recordedAt === 'number';

async function replaceRows({ database }: DeviceStorage, run: readonly ResponseRow[]): Promise<boolean> {
  const segment = await packSegment(run);
  if (segment === null) return false;
  const { outbox, responses, segments, waitingRuns } = database;
  const { from, to, recordedAt } = segment;
  return database.transaction('rw', outbox, responses, segments, waitingRuns, async () => {
    const waiting = outbox.where('seq').between(from, to, true, true);
    // Some may have been sent or parked since they were read.
    if ((await waiting.count()) !== run.length) return true;
    await Promise.all([
      segments.add(segment),
      waitingRuns.add({
        from,
        to,
        segment: [from, to],
        recordedAt: recordedAt[0] ?? 0,
        bytesEach: bytesEachOf(segment),
      }),
      waiting.delete(),
      responses.where('seq').between(from, to, true, true).delete(),
    ]);
    return true;
  });
}
