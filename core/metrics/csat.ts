import { wilsonInterval } from './wilson.ts';

/** How often each point of a scale was chosen; index 0 is the worst point. */
export type Distribution = readonly number[];

export interface Csat {
  /** Share of answers in the top two points, in percent; null where nobody answered. */
  readonly value: number | null;
  /** Ends of the 95 % Wilson interval, in percent; null where nobody answered. */
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

export const emptyDistribution = (points: number): Distribution => Array.from({ length: points }, () => 0);

/** Adds one answer (1-based point) `times` times; an answer off the scale leaves the distribution as it was. */
export function foldAnswer(distribution: Distribution, point: number, times = 1): Distribution {
  return distribution.map((count, index) => (index === point - 1 ? count + times : count));
}

/** CSAT "top two boxes": answers in the two best points of all answers, with its interval after Wilson. */
export function csat(distribution: Distribution): Csat {
  const n = distribution.reduce((sum, count) => sum + count, 0);
  if (n === 0) return { value: null, low: null, high: null, n };
  const top = distribution.slice(-2).reduce((sum, count) => sum + count, 0);
  const interval = wilsonInterval(top, n);
  return { value: (100 * top) / n, low: 100 * interval.low, high: 100 * interval.high, n };
}
