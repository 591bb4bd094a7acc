import { describe, expect, it } from 'vitest';
import { csat } from '../../../core/metrics/index.ts';
import { bandRuns } from './bandSeries.ts';
import type { ShownHour } from './dayOfHours.ts';

const hour = (good: number, bad: number): ShownHour => ({
  from: 0,
  csat: csat([bad, 0, 0, good, 0]),
  uncertain: false,
  ahead: false,
});

describe('the interval band', () => {
  it('is cut where nobody answered', () => {
    const runs = bandRuns([hour(8, 2), hour(0, 0), hour(5, 5), hour(9, 1)]);
    expect(runs.map((run) => run.map(({ at }) => at))).toEqual([
      [-0.5, 0, 0.5],
      [1.5, 2, 3, 3.5],
    ]);
  });

  it('follows the ends of the interval', () => {
    const [run] = bandRuns([hour(8, 2), hour(5, 5)]);
    const { low, high } = csat([2, 0, 0, 8, 0]);
    expect(run?.[0]).toEqual({ at: -0.5, low, high });
    expect(run?.[1]).toEqual({ at: 0, low, high });
    expect(run?.[2]?.low).toBeLessThan(low ?? 0);
  });

  it('is nothing on a day without answers', () => {
    expect(bandRuns([])).toEqual([]);
    expect(bandRuns([hour(0, 0)])).toEqual([]);
  });
});
