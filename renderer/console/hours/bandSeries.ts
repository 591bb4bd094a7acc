import type { CustomSeriesOption } from 'echarts/charts';
import type { Palette } from './palette.ts';
import type { ShownHour } from './dayOfHours.ts';

export interface BandPoint {
  /** Position on the axis of hours; whole numbers are the middles of hours. */
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The interval band, cut wherever nobody answered. A run of hours reaches from the beginning of its first hour to the end of its
 * last, so that a lonely hour is a visible block and not a point without extent.
 */
export function bandRuns(hours: readonly ShownHour[]): readonly (readonly BandPoint[])[] {
  const runs: BandPoint[][] = [];
  let run: BandPoint[] = [];
  const close = (): void => {
    const last = run.at(-1);
    if (last !== undefined) runs.push([...run, { ...last, at: last.at + 0.5 }]);
    run = [];
  };
  hours.forEach(({ csat: { low, high } }, index) => {
    if (low === null || high === null) {
      close();
      return;
    }
    if (run.length === 0) run.push({ at: index - 0.5, low, high });
    run.push({ at: index, low, high });
  });
  close();
  return runs;
}

export const BAND = 'band';

/** ECharts has no band with gaps and flat ends of its own: one polygon per run. */
export function bandOf(hours: readonly ShownHour[], palette: Palette): CustomSeriesOption {
  const runs = bandRuns(hours);
  return {
    name: BAND,
    type: 'custom',
    silent: true,
    data: runs.map((run) => [Math.ceil(run[0]?.at ?? 0), run[0]?.low ?? 0]),
    z: 2,
    clip: true,
    renderItem: (params, api) => {
      const [origin, next] = [api.coord([0, 0]), api.coord([1, 0])];
      const x0 = origin[0] ?? 0;
      const width = (next[0] ?? 0) - x0;
      const place = (at: number, value: number): [number, number] => [
        x0 + at * width,
        api.coord([0, value])[1] ?? 0,
      ];
      const run = runs[params.dataIndexInside] ?? [];
      const upper = run.map(({ at, high }) => place(at, high));
      const lower = run.map(({ at, low }) => place(at, low)).reverse();
      return {
        type: 'polygon',
        shape: { points: [...upper, ...lower] },
        style: { fill: palette.band },
      };
    },
  };
}
