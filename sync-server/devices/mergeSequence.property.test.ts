import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAIN_START, chainHash, hashText } from '../../core/response/index.ts';
import { mergeSequence, type Link, type SequenceRange } from './mergeSequence.ts';

const links: Link[] = [];
for (let seq = 1, chain = CHAIN_START; seq <= 40; seq += 1) {
  const contentHash = hashText(String(seq));
  chain = chainHash(chain, seq, contentHash);
  links.push({ seq, contentHash, chain, isNew: true });
}
const link = (seq: number): Link => links[seq - 1] ?? { seq, contentHash: '', chain: '', isNew: true };
const bounds = (ranges: readonly SequenceRange[]) => ranges.map(({ from, to }) => [from, to]);

describe('the sequence of a device', () => {
  it('holds what came, whatever the order and the batches, and finds no fault with an honest chain', () => {
    const shuffled = fc.shuffledSubarray(links, { minLength: 1 });
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 9 }), (arriving, size) => {
        let ranges: readonly SequenceRange[] = [];
        for (let start = 0; start < arriving.length; start += size) {
          const merged = mergeSequence(ranges, arriving.slice(start, start + size));
          expect(merged).toMatchObject({ forked: false, broken: false });
          ranges = merged.ranges;
        }
        const held = ranges.flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, at) => from + at),
        );
        expect(held).toEqual(arriving.map(({ seq }) => seq).sort((one, other) => one - other));
        for (const [index, range] of ranges.entries()) {
          expect(range.endChain).toBe(link(range.to).chain);
          expect(range.from).toBeGreaterThan((ranges[index - 1]?.to ?? -1) + 1);
        }
      }),
    );
  });

  it('asks no more of a link that was worked out from the one before it, and everything of one worked out from another', () => {
    const held = mergeSequence([], links.slice(0, 10)).ranges;
    const elsewhere = 'f'.repeat(64);
    const { seq, contentHash } = link(11);
    const strange = chainHash(elsewhere, seq, contentHash);
    const other = { ...link(11), chain: strange, derivedFrom: elsewhere };
    expect(mergeSequence(held, [other]).broken).toBe(true);
    expect(mergeSequence(held, [{ ...link(11), derivedFrom: link(10).chain }]).broken).toBe(false);
  });

  it('is not troubled by what it held already', () => {
    const first = mergeSequence([], links.slice(0, 10)).ranges;
    const again = mergeSequence(
      first,
      links.slice(3, 7).map((one) => ({ ...one, isNew: false })),
    );
    expect(again).toEqual({ ranges: first, forked: false, broken: false });
  });

  it('sees a fork: another response at a place that was taken, before or in the same batch', () => {
    const first = mergeSequence([], links.slice(0, 10)).ranges;
    const clone = { ...link(4), contentHash: hashText('clone') };
    expect(mergeSequence(first, [clone])).toMatchObject({ ranges: first, forked: true });
    expect(mergeSequence([], [link(1), link(2), { ...link(2), contentHash: 'x' }]).forked).toBe(true);
  });

  it('sees a link that does not follow, at the start, in a batch and behind a range', () => {
    const wrong = (seq: number) => ({ ...link(seq), chain: hashText('elsewhere') });
    expect(mergeSequence([], [wrong(1)]).broken).toBe(true);
    expect(mergeSequence([], [wrong(4)]).broken).toBe(false);
    expect(mergeSequence([], [wrong(4)], 4).broken).toBe(true);
    expect(mergeSequence([], [link(1), wrong(2)]).broken).toBe(true);
    const first = mergeSequence([], links.slice(0, 10)).ranges;
    expect(mergeSequence(first, [wrong(11)]).broken).toBe(true);
    expect(mergeSequence(first, [wrong(12)]).broken).toBe(false); // The one before is not at hand.
  });

  it('keeps a gap open until it is filled', () => {
    const gap = mergeSequence([], [link(1), link(2), link(4)]).ranges;
    expect(bounds(gap)).toEqual([
      [1, 2],
      [4, 4],
    ]);
    expect(bounds(mergeSequence(gap, [link(3)]).ranges)).toEqual([[1, 4]]);
  });
});
