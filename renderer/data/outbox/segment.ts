import type { PushItem } from '../../../core/protocol/index.ts';
import { chainHash } from '../../../core/response/index.ts';
import type { ResponseRow, SegmentRow } from '../deviceDatabase.ts';
import { packText, unpackText } from './packText.ts';

/** Puts responses with consecutive numbers together. */
export async function packSegment(rows: readonly ResponseRow[]): Promise<SegmentRow | null> {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    from: first.seq,
    to: last.seq,
    head: last.chain,
    ids: rows.map(({ responseId, rev }) => idOf(responseId, rev)),
    hashes: rows.map(({ contentHash }) => contentHash),
    recordedAt: rows.map(({ recordedAt }) => recordedAt),
    characters: rows.map(({ payload }) => payload.length),
    packed: await packText(rows.map((row, index) => JSON.stringify(index === 0 ? toItem(row) : withoutChain(row))).join(',')),
  };
}

/** The rows as they were, or `null` where the segment can't be read. */
export async function unpackSegment(segment: SegmentRow): Promise<readonly ResponseRow[] | null> {
  const text = await unpackText(segment.packed);
  const items = text === null ? null : parseItems(text);
  if (items?.length !== segment.ids.length) return null;
  let before = '';
  return items.map(({ chain, ...item }, index) => {
    before = chain ?? chainHash(before, item.seq, item.contentHash);
    return { ...item, chain: before, recordedAt: segment.recordedAt[index] ?? 0 };
  });
}

function parseItems(text: string): readonly PackedItem[] | null {
  try {
    return JSON.parse(`[${text}]`) as readonly PackedItem[];
  } catch {
    return null;
  }
}

/** A response as it crosses the wire (B1). */
export const toItem = ({ responseId, rev, seq, contentHash, chain, payload }: ResponseRow): PushItem => ({
  responseId,
  rev,
  seq,
  contentHash,
  chain,
  payload,
});

/** One that says nothing of the chain follows on the one before it (B11). In segments of former versions all of them say it. */
type PackedItem = Omit<PushItem, 'chain'> & { readonly chain?: string };

const withoutChain = (row: ResponseRow): PackedItem => {
  const { chain: _, ...item } = toItem(row);
  return item;
};

/** What verdicts on a segment's responses are told apart by, without unpacking it. */
export const placesOf = ({ from, ids, hashes }: SegmentRow) =>
  ids.map((id, index) => ({ ...splitId(id), seq: from + index, contentHash: hashes[index] ?? '' }));

export const idOf = (responseId: string, rev: number): string => `${responseId} ${String(rev)}`;

export function splitId(id: string): Pick<ResponseRow, 'responseId' | 'rev'> {
  const blank = id.lastIndexOf(' ');
  return { responseId: id.slice(0, blank), rev: Number(id.slice(blank + 1)) };
}

/** Id, hash and keys of a response, as they stand in its segment's lists and indexes. */
const BESIDE = 200;

/** What each of its responses takes of the disk, roughly. */
export const bytesEachOf = ({ packed, ids }: SegmentRow): number =>
  Math.ceil(packed.byteLength / Math.max(1, ids.length)) + BESIDE;
