import { hash } from 'node:crypto';
import { CHAIN_START, chainText } from '../../core/response/index.ts';

/** Sequence numbers without a hole, and the chain hash of the last one. */
export interface SequenceRange {
  readonly from: number;
  readonly to: number;
  readonly endChain: string;
}

/** A response's place in its device's chain. `isNew` is false for one that the store held already. */
export interface Link {
  readonly seq: number;
  readonly contentHash: string;
  readonly chain: string;
  /** The link that `chain` was worked out from here; after that one it need not be worked out again. */
  readonly derivedFrom?: string;
  readonly isNew: boolean;
}

export interface MergedSequence {
  readonly ranges: readonly SequenceRange[];
  /** Another response came to a place that was taken: the device was cloned or restored. */
  readonly forked: boolean;
  /** A link does not follow from the one before it. Checked where that one is at hand. */
  readonly broken: boolean;
}

interface Segment {
  from: number;
  to: number;
  endChain: string;
  link: Link | null;
}

/** Adds places to ranges. Time n log n in what is given; ranges come out sorted, neither overlapping nor touching. The chain begins at `firstSeq`. */
export function mergeSequence(
  ranges: readonly SequenceRange[],
  links: readonly Link[],
  firstSeq = 1,
): MergedSequence {
  const segments: Segment[] = [
    ...ranges.map((range) => ({ ...range, link: null })),
    ...links.map((link) => ({ from: link.seq, to: link.seq, endChain: link.chain, link })),
  ].sort((one, other) => one.from - other.from || Number(one.link !== null) - Number(other.link !== null));
  const merged: Segment[] = [];
  let forked = false;
  let broken = false;
  for (const segment of segments) {
    const last = merged.at(-1);
    const overlaps = last !== undefined && segment.from <= last.to;
    const follows = last !== undefined && segment.from === last.to + 1;
    forked ||= overlaps && segment.link?.isNew === true;
    broken ||= isBroken(
      segment,
      follows ? last.endChain : segment.from === firstSeq ? CHAIN_START : null,
      overlaps,
    );
    if (last === undefined || !(overlaps || follows)) merged.push({ ...segment });
    else if (segment.to > last.to) Object.assign(last, { to: segment.to, endChain: segment.endChain });
  }
  return { ranges: merged.map(({ from, to, endChain }) => ({ from, to, endChain })), forked, broken };
}

function isBroken({ link }: Segment, previous: string | null, overlaps: boolean): boolean {
  if (link === null || previous === null || overlaps || link.derivedFrom === previous) return false;
  return hash('sha256', chainText(previous, link.seq, link.contentHash), 'hex') !== link.chain;
}
