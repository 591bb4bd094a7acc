import type { ChainState, DeviceDatabase, OutboxRow, SegmentRow, WaitingRun } from '../deviceDatabase.ts';
import { epochOf } from '../epochs.ts';
import { gatherResponses, recordedTables, type Gathered } from './recorded.ts';
import type { Numbers } from './waiting.ts';

/** Characters of payload in one batch; bounds the memory of a batch of giants. Usual batches are far below. */
const MAX_CHARACTERS = 4 * 1024 * 1024;

/** More of them are not looked at for one batch. */
const MAX_RUNS = 20;

/** The oldest of what waits, as much as goes into one batch. */
export interface NextWaiting {
  readonly seqs: readonly number[];
  readonly gathered: Gathered;
  /** These are whole segments, and nothing else, and wanted packed. */
  readonly whole: boolean;
}

interface Most {
  readonly maxItems: number;
  /** Of whole segments; 0: all are unpacked. */
  readonly maxPackedItems: number;
}

/**
 * Reads what waits after the number `after`: rows, or runs of segments, whichever is older; of one store epoch. `null`: nothing does.
 * What it is, is read first, and then its contents by themselves: whoever finishes a response meanwhile waits for neither for long.
 */
export async function nextWaiting(
  database: DeviceDatabase,
  chain: ChainState,
  wanted: Most & { readonly after: number },
): Promise<NextWaiting | null> {
  const { maxItems, maxPackedItems } = wanted;
  const { runs, rows } = await findNext(database, wanted);
  const firstRun = runs[0]?.from ?? Infinity;
  const firstRow = rows[0]?.seq ?? Infinity;
  if (firstRow === Infinity && firstRun === Infinity) return null;
  const { lastSeq } = epochOf(chain, Math.min(firstRow, firstRun));
  if (firstRun < firstRow) {
    const next = unbroken(runs, lastSeq);
    return (await takeWhole(database, next, maxPackedItems)) ?? takeRuns(database, next, maxItems);
  }
  const seqs = fitting(rows, lastSeq + 1);
  const gathered = await database.transaction('r', recordedTables(database), () =>
    gatherResponses(database, seqs),
  );
  return { seqs, gathered, whole: false };
}

const findNext = (
  database: DeviceDatabase,
  { maxItems, after }: Pick<Most, 'maxItems'> & { readonly after: number },
): PromiseLike<{ readonly runs: readonly WaitingRun[]; readonly rows: readonly OutboxRow[] }> =>
  database.transaction('r', database.outbox, database.waitingRuns, async () => {
    const runs = await runsAfter(database, after);
    const firstRun = runs[0]?.from ?? Infinity;
    // No further than to the first run: where segments were made lie thousands of deleted rows, through which the browser has to grope.
    const rows = await database.outbox.where('seq').between(after, firstRun, false).limit(maxItems).toArray();
    return { runs, rows };
  });

/** The run that goes on after this number, and those behind it. */
async function runsAfter({ waitingRuns }: DeviceDatabase, after: number): Promise<WaitingRun[]> {
  const begun = await waitingRuns.where('from').belowOrEqual(after).last();
  const following = await waitingRuns.where('from').above(after).limit(MAX_RUNS).toArray();
  return begun !== undefined && begun.to > after ? [{ ...begun, from: after + 1 }, ...following] : following;
}

/** Up to the first gap, in which rows may wait, or the end of the store epoch. */
const unbroken = (runs: readonly WaitingRun[], lastSeq: number): readonly WaitingRun[] => {
  const other = runs.findIndex(
    ({ from }, index) => index > 0 && (from > lastSeq || from !== (runs[index - 1]?.to ?? 0) + 1),
  );
  return other === -1 ? runs : runs.slice(0, other);
};

/** The whole segments at the beginning, as many as there is room for; `null`: not even one. */
async function takeWhole(
  { segments }: DeviceDatabase,
  runs: readonly WaitingRun[],
  maxItems: number,
): Promise<NextWaiting | null> {
  let items = 0;
  const other = runs.findIndex(({ from, to, segment }) => {
    items += to - from + 1;
    return items > maxItems || from !== segment[0] || to !== segment[1];
  });
  const whole = other === -1 ? runs : runs.slice(0, other);
  const found = await segments.bulkGet(whole.map(({ segment }) => segment));
  const packed = fittingSegments(found);
  if (packed.length === 0) return null;
  return { seqs: packed.flatMap(numbersOf), gathered: { rows: [], packed }, whole: true };
}

function fittingSegments(found: readonly (SegmentRow | undefined)[]): readonly SegmentRow[] {
  const packed: SegmentRow[] = [];
  let characters = 0;
  for (const segment of found) {
    characters += segment === undefined ? 0 : charactersOf(segment);
    if (segment === undefined || (packed.length > 0 && characters > MAX_CHARACTERS)) break;
    packed.push(segment);
  }
  return packed;
}

const charactersOf = ({ characters }: SegmentRow): number => characters.reduce((sum, length) => sum + length, 0);

const numbersOf = ({ from, to }: Numbers): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** As many as there is room for: the first as far as it goes in, the others only whole. They will be unpacked. */
async function takeRuns(
  { segments }: DeviceDatabase,
  runs: readonly WaitingRun[],
  maxItems: number,
): Promise<NextWaiting> {
  const seqs: number[] = [];
  const packed = new Map<string, SegmentRow>();
  let characters = 0;
  for (const { from, to, segment } of runs) {
    const end = seqs.length === 0 ? Math.min(to, from + maxItems - 1) : to;
    if (seqs.length + end - from + 1 > maxItems) break;
    const row = await segments.get(segment);
    characters += row === undefined ? 0 : charactersOf(row);
    if (seqs.length > 0 && characters > MAX_CHARACTERS) break;
    if (row !== undefined) packed.set(segment.join(), row);
    seqs.push(...numbersOf({ from, to: end }));
  }
  return { seqs, gathered: { rows: [], packed: [...packed.values()] }, whole: false };
}

/** As many as come before `end` and are not too much to hold in memory; at least one. */
function fitting(rows: readonly OutboxRow[], end: number): readonly number[] {
  let characters = 0;
  const other = rows.findIndex((row, index) => {
    characters += row.characters;
    return index > 0 && (characters > MAX_CHARACTERS || row.seq >= end);
  });
  return (other === -1 ? rows : rows.slice(0, other)).map(({ seq }) => seq);
}
