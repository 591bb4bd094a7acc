import { describe, expect, it } from 'vitest';
import { csat, emptyDistribution, foldAnswer } from './csat.ts';
import { wilsonInterval } from './wilson.ts';

describe('CSAT, top two of five', () => {
  it('gives the golden value 82 of 100: 82.0 %, 73.33 to 88.30', () => {
    const result = csat([4, 6, 8, 40, 42]);
    expect(result.value).toBe(82);
    expect(result.low).toBeCloseTo(73.33, 2);
    expect(result.high).toBeCloseTo(88.3, 2);
    expect(result.n).toBe(100);
  });

  it('says nothing where nobody answered', () => {
    expect(csat(emptyDistribution(5))).toEqual({ value: null, low: null, high: null, n: 0 });
  });

  it('stays within 0 and 100 when all agree', () => {
    expect(csat([0, 0, 0, 0, 3])).toMatchObject({ value: 100, high: 100 });
    expect(csat([3, 0, 0, 0, 0])).toMatchObject({ value: 0, low: 0 });
  });

  it('folds answers one by one and ignores a point that the scale does not have', () => {
    const folded = [1, 5, 5, 9, 0].reduce((counts, point) => foldAnswer(counts, point), emptyDistribution(5));
    expect(folded).toEqual([1, 0, 0, 0, 2]);
  });
});

describe('Wilson interval', () => {
  it('always holds the share it is about', () => {
    for (let n = 1; n < 60; n += 1) {
      for (let successes = 0; successes <= n; successes += 1) {
        const { low, high } = wilsonInterval(successes, n);
        expect(low).toBeLessThanOrEqual(successes / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(successes / n - 1e-12);
      }
    }
  });
});
