import { describe, expect, it } from 'vitest';
import { csat } from '../../../core/metrics/index.ts';
import type { OverviewHour } from '../../../core/protocol/index.ts';
import { dayOfHours } from './dayOfHours.ts';

const HOUR = 3_600_000;
const MIDNIGHT = Date.UTC(2026, 10, 20, 22);
const at = (hour: number, minute = 0): number => MIDNIGHT + hour * HOUR + minute * 60_000;
const answered = (hour: number, ...distribution: number[]): OverviewHour => ({
  from: at(hour),
  hour,
  responses: distribution.reduce((sum, count) => sum + count, 0),
  distribution,
  csat: { ...csat(distribution) },
});
const clocks = (shown: readonly { readonly from: number }[]): number[] =>
  shown.map(({ from }) => (from - MIDNIGHT) / HOUR);

describe('the hours of a day that are drawn', () => {
  it('draws nothing where nobody answered', () => {
    expect(dayOfHours([answered(9, 0, 0, 0, 0, 0)], at(12))).toEqual([]);
  });

  it('runs from the first answered hour to the running one and keeps the gaps', () => {
    const shown = dayOfHours([answered(6, 0, 0, 0, 10, 2), answered(9, 1, 0, 0, 0, 0)], at(18, 30));
    expect(clocks(shown)).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
    expect(shown[1]?.csat).toEqual({ value: null, low: null, high: null, n: 0 });
    expect(shown[3]?.csat.n).toBe(1);
  });

  it('calls an hour with few answers uncertain, and an hour without any not', () => {
    const shown = dayOfHours([answered(6, 0, 0, 0, 9, 0), answered(8, 0, 0, 0, 10, 0)], at(8));
    expect(shown.slice(0, 3).map(({ uncertain }) => uncertain)).toEqual([true, false, false]);
  });

  it('gives a young day eight hours, ahead by day and backwards late in the evening', () => {
    expect(clocks(dayOfHours([answered(9, 0, 0, 1, 0, 0)], at(9, 5)))).toEqual([
      9, 10, 11, 12, 13, 14, 15, 16,
    ]);
    expect(clocks(dayOfHours([answered(21, 0, 0, 1, 0, 0)], at(22, 5)))).toEqual([
      16, 17, 18, 19, 20, 21, 22, 23,
    ]);
  });

  it('takes hours in any order', () => {
    const shown = dayOfHours([answered(12, 0, 0, 0, 1, 0), answered(5, 0, 0, 0, 1, 0)], at(12));
    expect(clocks(shown)[0]).toBe(5);
    expect(shown.at(-1)?.csat.n).toBe(1);
  });
});
