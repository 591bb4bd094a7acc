import { describe, expect, it, vi } from 'vitest';
import { inSlices } from './inSlices.ts';

describe('work in slices', () => {
  it('B8 goes on in another round of the event loop when a slice is over, one list in each round, and keeps the order', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    let round = 0;
    let counting = true;
    const count = (): void => {
      round += 1;
      if (counting) setImmediate(count);
    };
    setImmediate(count);
    const roundOf = (milliseconds: number) =>
      inSlices([1, 2, 3, 4], (item) => {
        now += milliseconds;
        return { item, round };
      });
    const [one, other] = await Promise.all([roundOf(5), roundOf(5)]);
    counting = false;
    vi.restoreAllMocks();
    expect(one.map(({ item }) => item)).toEqual([1, 2, 3, 4]);
    const begun = [...one.slice(1), ...other.slice(1)].map((slice) => slice.round);
    expect(new Set(begun).size).toBe(begun.length);
  });

  it('is done at once where it is little', async () => {
    expect(await inSlices([1, 2], (item) => item * 2)).toEqual([2, 4]);
  });
});
