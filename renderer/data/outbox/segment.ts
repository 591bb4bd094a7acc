import { chainHash } from '../../../core/response/index.ts';
import type { ResponseRow, SegmentRow } from '../deviceDatabase.ts';
import { packText, unpackText } from './packText.ts';

/** Puts responses with consecutive numbers and an unbroken chain together. */
export async function packSegment(rows: readonly ResponseRow[]): Promise<SegmentRow | null> {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    from: first.seq,
    to: last.seq,
    chain: first.chain,
    head: last.chain,
    ids: rows.map(({ responseId, rev }) => idOf(responseId, rev)),
    hashes: rows.map(({ contentHash }) => contentHash),
    recordedAt: rows.map(({ recordedAt }) => recordedAt),
    characters: rows.map(({ payload }) => payload.length),
    packed: await packText(rows.map(({ payload }) => `${payload}\n`).join('')),
  };
}

/** The rows as they were, or `null` where the segment can't be read. */
export async function unpackSegment(segment: SegmentRow): Promise<readonly ResponseRow[] | null> {
  const text = await unpackText(segment.packed);
  const payloads = text?.split('\n').slice(0, -1);
  if (payloads === undefined || payloads.length !== segment.ids.length) return null;
  let chain = segment.chain;
  return payloads.map((payload, index): ResponseRow => {
    const seq = segment.from + index;
    const contentHash = segment.hashes[index] ?? '';
    if (index > 0) chain = chainHash(chain, seq, contentHash);
    const recordedAt = segment.recordedAt[index] ?? 0;
    return { seq, ...splitId(segment.ids[index] ?? ''), payload, contentHash, chain, recordedAt };
  });
}

export const idOf = (responseId: string, rev: number): string => `${responseId} ${String(rev)}`;

export function splitId(id: string): Pick<ResponseRow, 'responseId' | 'rev'> {
  const blank = id.lastIndexOf(' ');
  return { responseId: id.slice(0, blank), rev: Number(id.slice(blank + 1)) };
}
