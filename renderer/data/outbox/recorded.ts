import { Dexie } from 'dexie';
import type { DeviceDatabase, ResponseRow, SegmentKey, SegmentRow } from '../deviceDatabase.ts';
import { idOf, splitId, unpackSegment } from './segment.ts';
import type { Numbers } from './waiting.ts';

/** What a transaction that looks for responses must span. */
export const recordedTables = ({ responses, segments }: DeviceDatabase) => [responses, segments];

/** Is nothing kept at all, sent or not? */
export async function isEmpty({ responses, segments }: DeviceDatabase): Promise<boolean> {
  return (await segments.limit(1).count()) === 0 && (await responses.limit(1).count()) === 0;
}

/** The response with the highest number, as far as the chain needs it. May stand in the caller's transaction. */
export async function lastRecorded({
  responses,
  segments,
}: DeviceDatabase): Promise<{ readonly seq: number; readonly chain: string } | undefined> {
  const [row, segment] = await Promise.all([
    responses.orderBy('seq').last(),
    segments.orderBy('[from+to]').last(),
  ]);
  if (segment === undefined || (row !== undefined && row.seq > segment.to)) return row;
  return { seq: segment.to, chain: segment.head };
}

/** Is a response with this id and revision kept? May stand in the caller's transaction. */
export async function isRecorded(
  { responses, segments }: DeviceDatabase,
  responseId: string,
  rev: number,
): Promise<boolean> {
  const [rows, packed] = await Promise.all([
    responses.where('[responseId+rev]').equals([responseId, rev]).count(),
    isPacked({ segments }, { responseId, rev }),
  ]);
  return rows > 0 || packed;
}

/** Does it stand in a segment? */
export const isPacked = async (
  { segments }: Pick<DeviceDatabase, 'segments'>,
  { responseId, rev }: { readonly responseId: string; readonly rev: number },
): Promise<boolean> => (await segments.where('ids').equals(idOf(responseId, rev)).count()) > 0;

export interface KnownRevision {
  readonly seq: number;
  readonly rev: number;
  readonly contentHash: string;
}

/** The latest revision of a response in a segment. May stand in the caller's transaction. */
async function latestPacked(
  { segments }: DeviceDatabase,
  responseId: string,
): Promise<KnownRevision | undefined> {
  const holding = await segments.where('ids').startsWith(idOf(responseId, 0).slice(0, -1)).toArray();
  const known = holding.flatMap(({ from, ids, hashes }) =>
    ids.flatMap((id, index) => {
      const named = splitId(id);
      const contentHash = hashes[index] ?? '';
      return named.responseId === responseId ? [{ seq: from + index, rev: named.rev, contentHash }] : [];
    }),
  );
  return known.sort((one, other) => other.rev - one.rev)[0];
}

export async function latestRevision(
  database: DeviceDatabase,
  responseId: string,
): Promise<KnownRevision | undefined> {
  const row = await database.responses
    .where('[responseId+rev]')
    .between([responseId, Dexie.minKey], [responseId, Dexie.maxKey])
    .last();
  const packed = await latestPacked(database, responseId);
  return packed !== undefined && (row === undefined || packed.rev > row.rev) ? packed : row;
}

/** The numbers of everything that is kept within a range, ascending. */
export const recordedNumbers = (
  database: DeviceDatabase,
  { from, to }: Numbers,
): PromiseLike<readonly Numbers[]> =>
  database.transaction('r', database.responses, database.segments, async () => {
    const [seqs, keys] = await Promise.all([
      database.responses.where('seq').between(from, to, true, true).primaryKeys(),
      database.segments.toCollection().primaryKeys(),
    ]);
    const numbers = [...seqs.map((seq) => ({ from: seq, to: seq })), ...within(keys, { from, to })];
    return numbers.sort((one, other) => one.from - other.from);
  });

const within = (keys: readonly SegmentKey[], { from, to }: Numbers): Numbers[] =>
  keys
    .map((key) => ({ from: Math.max(from, key[0]), to: Math.min(to, key[1]) }))
    .filter((part) => part.from <= part.to);

/** Responses as they were read, those in segments still packed. */
export interface Gathered {
  readonly rows: readonly ResponseRow[];
  readonly packed: readonly SegmentRow[];
}

/**
 * Reads the responses with these numbers. Inside the caller's transaction over both tables, so that rows and segments are read at one
 * moment, as responses move from one to the other; unpacking comes after it, as it outlasts any transaction.
 */
export async function gatherResponses(
  { responses, segments }: DeviceDatabase,
  seqs: readonly number[],
): Promise<Gathered> {
  const from = seqs[0] ?? 0;
  const to = seqs.at(-1) ?? 0;
  // One range read where the numbers lie close together, which is nearly always.
  const rows =
    to - from < 2 * seqs.length
      ? await responses.where('seq').between(from, to, true, true).toArray()
      : (await responses.bulkGet([...seqs])).filter((row) => row !== undefined);
  if (rows.length >= seqs.length) return { rows, packed: [] };
  const keys = await segments.toCollection().primaryKeys();
  const holding = keys.filter((key) => seqs.some((seq) => seq >= key[0] && seq <= key[1]));
  return { rows, packed: (await segments.bulkGet(holding)).filter((segment) => segment !== undefined) };
}

/** By number; what is missing or can't be unpacked is left out. */
export async function unfoldResponses({
  rows,
  packed,
}: Gathered): Promise<ReadonlyMap<number, ResponseRow>> {
  const unpacked = await Promise.all(packed.map(unpackSegment));
  return new Map([...rows, ...unpacked.flatMap((part) => part ?? [])].map((row) => [row.seq, row]));
}

/** The responses with these ascending numbers, in their order; what is missing or can't be read is left out. Not for transactions. */
export async function readResponses(
  database: DeviceDatabase,
  seqs: readonly number[],
): Promise<readonly ResponseRow[]> {
  const gathered = await database.transaction('r', recordedTables(database), () =>
    gatherResponses(database, seqs),
  );
  const found = await unfoldResponses(gathered);
  return seqs.flatMap((seq) => found.get(seq) ?? []);
}
