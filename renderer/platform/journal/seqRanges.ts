import type { SeqRange } from '../../../core/response/index.ts';

/** Runs of consecutive numbers, ascending. */
export function toRanges(seqs: Iterable<number>): SeqRange[] {
  const ranges: { from: number; to: number }[] = [];
  for (const seq of [...seqs].sort((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last !== undefined && seq === last.to + 1) last.to = seq;
    else ranges.push({ from: seq, to: seq });
  }
  return ranges;
}
