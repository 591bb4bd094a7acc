import type { CustomSeriesOption, LineSeriesOption, BarSeriesOption } from 'echarts/charts';
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { Formats } from '../format/formats.ts';
import { bandOf } from './bandSeries.ts';
import type { ShownHour } from './dayOfHours.ts';
import { linesOf } from './lineSeries.ts';
import type { Palette } from './palette.ts';
import { pointedHour } from './pointedHour.ts';

export type HourOption = ComposeOption<
  LineSeriesOption | BarSeriesOption | CustomSeriesOption | GridComponentOption | TooltipComponentOption
>;

interface HourOptionInput {
  readonly hours: readonly ShownHour[];
  readonly formats: Formats;
  readonly palette: Palette;
  /** Pixels: fewer clock labels where there is little room. */
  readonly width: number;
  readonly tooltip: (index: number) => HTMLElement;
}

/** Share above, answers below, on one clock; pixels. */
const SIDES = { left: 46, right: 4 };
const TOP = 10;
const BETWEEN = 14;
const COUNTS_HEIGHT = 64;
const CLOCKS_HEIGHT = 26;
const CLOCK_WIDTH = 52;

export function hourOption({ hours, formats, palette, width, tooltip }: HourOptionInput): HourOption {
  const text = { color: palette.quiet, fontFamily: 'Inter, sans-serif', fontSize: 12 };
  const clocks = hours.map(({ from }) => formats.clock(from));
  const step = Math.max(1, Math.ceil((hours.length * CLOCK_WIDTH) / Math.max(1, width - CLOCK_WIDTH)));
  return {
    // A line that creeps to where it was a moment ago shows nothing.
    animation: false,
    grid: [
      { ...SIDES, top: TOP, bottom: BETWEEN + COUNTS_HEIGHT + CLOCKS_HEIGHT },
      { ...SIDES, height: COUNTS_HEIGHT, bottom: CLOCKS_HEIGHT },
    ],
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: {
      trigger: 'axis',
      formatter: (params) => tooltip(pointedHour(params)),
      className: 'earshot-hour-tip',
      backgroundColor: palette.surface,
      borderColor: palette.line,
      padding: [10, 14],
      confine: true,
      transitionDuration: 0,
      axisPointer: { type: 'line', lineStyle: { color: palette.quiet, type: 'solid', width: 1 } },
    },
    xAxis: [
      { ...axis(palette), gridIndex: 0, data: clocks, axisLabel: { show: false } },
      {
        ...axis(palette),
        gridIndex: 1,
        data: clocks,
        axisLabel: {
          ...text,
          interval: (index: number) => index % step === 0,
          hideOverlap: false,
          margin: 10,
        },
      },
    ],
    yAxis: [
      shareAxis(palette, text, formats),
      { type: 'value', gridIndex: 1, show: false, min: 0, max: roomAbove },
    ],
    series: [bandOf(hours, palette), ...linesOf(hours, palette), counts(hours, palette, text, formats)],
  };
}

/** The tallest column leaves room for its number. */
const roomAbove = ({ max }: { readonly max: number }): number => Math.max(1, max * 1.4);

const axis = (palette: Palette) => ({
  type: 'category' as const,
  boundaryGap: true,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: palette.line } },
});

const shareAxis = (palette: Palette, text: object, formats: Formats) => ({
  type: 'value' as const,
  gridIndex: 0,
  min: 0,
  max: 100,
  interval: 50,
  axisLabel: { ...text, formatter: (value: number) => formats.share(value) },
  splitLine: { lineStyle: { color: palette.line } },
});

const counts = (
  hours: readonly ShownHour[],
  palette: Palette,
  text: object,
  formats: Formats,
): BarSeriesOption => ({
  name: 'n',
  type: 'bar',
  xAxisIndex: 1,
  yAxisIndex: 1,
  data: hours.map(({ csat }) => (csat.n > 0 ? csat.n : null)),
  barWidth: '62%',
  barMaxWidth: 40,
  silent: true,
  emphasis: { disabled: true },
  itemStyle: { color: palette.bar, borderRadius: [3, 3, 0, 0] },
  label: {
    ...text,
    show: hours.length <= 18,
    position: 'top',
    distance: 6,
    formatter: ({ value }) => (typeof value === 'number' ? formats.count(value) : ''),
  },
});
