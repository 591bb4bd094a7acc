import type { CustomSeriesOption, LineSeriesOption, BarSeriesOption } from 'echarts/charts';
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { Formats } from '../format/formats.ts';
import { bandOf } from './bandSeries.ts';
import type { ShownHour } from './dayOfHours.ts';

export type HourOption = ComposeOption<
  LineSeriesOption | BarSeriesOption | CustomSeriesOption | GridComponentOption | TooltipComponentOption
>;

/** Colours as the browser has resolved them from the tokens, for the scheme that is on. */
export interface Palette {
  readonly accent: string;
  readonly band: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
  readonly bar: string;
}

interface HourOptionInput {
  readonly hours: readonly ShownHour[];
  readonly formats: Formats;
  readonly palette: Palette;
  /** Pixels: fewer clock labels where there is little room. */
  readonly width: number;
  readonly tooltip: (index: number) => HTMLElement;
  readonly animate: boolean;
}

/** Share above, answers below, on one clock. */
const SHARE_GRID = { left: 44, right: 8, top: 10, height: 150 };
const COUNT_GRID = { left: 44, right: 8, top: 186, height: 40 };

export function hourOption({
  hours,
  formats,
  palette,
  width,
  tooltip,
  animate,
}: HourOptionInput): HourOption {
  const text = { color: palette.quiet, fontFamily: 'Inter, sans-serif', fontSize: 12 };
  const clocks = hours.map(({ from }) => formats.clock(from));
  const step = Math.max(1, Math.ceil((hours.length * 52) / Math.max(1, width - 52)));
  return {
    animation: animate,
    animationDuration: 220,
    animationDurationUpdate: 220,
    animationEasing: 'cubicOut',
    grid: [SHARE_GRID, COUNT_GRID],
    tooltip: {
      trigger: 'axis',
      formatter: (params) => tooltip(indexOf(params)),
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
    yAxis: [shareAxis(palette, text, formats), { type: 'value', gridIndex: 1, show: false, min: 0 }],
    series: [bandOf(hours, palette), ...lines(hours, palette), counts(hours, palette, text, formats)],
  };
}

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

/**
 * The certain hours as a solid line with filled points. Hours with few answers hollow and dashed, together with their neighbours so
 * that the way to them is dashed too; nothing across hours without answers.
 */
function lines(hours: readonly ShownHour[], palette: Palette): LineSeriesOption[] {
  const uncertain = (index: number): boolean => hours[index]?.uncertain === true;
  const near = (index: number): boolean => [index - 1, index, index + 1].some(uncertain);
  const line = (name: string, values: (number | null)[]): LineSeriesOption => ({
    name,
    type: 'line',
    data: values,
    connectNulls: false,
    showSymbol: true,
    showAllSymbol: true,
    symbol: 'circle',
    silent: true,
    emphasis: { disabled: true },
    lineStyle: { color: palette.accent, width: 2.5, cap: 'round', join: 'round' },
    itemStyle: { color: palette.accent, borderColor: palette.surface, borderWidth: 2 },
    symbolSize: 9,
    z: 4,
  });
  const dashed = hours.map(({ csat }, index) =>
    near(index)
      ? {
          value: csat.value ?? Number.NaN,
          symbolSize: uncertain(index) ? 8 : 0,
          itemStyle: { color: palette.surface, borderColor: palette.accent, borderWidth: 2 },
        }
      : { value: Number.NaN },
  );
  return [
    {
      ...line('few', []),
      data: dashed,
      lineStyle: { color: palette.accent, width: 1.5, type: [3, 4], opacity: 0.8 },
      z: 3,
    },
    line(
      'csat',
      hours.map(({ csat, uncertain: few }) => (few ? null : csat.value)),
    ),
  ];
}

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
    distance: 3,
    fontSize: 11,
    formatter: ({ value }) => (typeof value === 'number' ? formats.count(value) : ''),
  },
});

const indexOf = (params: unknown): number => {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  return typeof first === 'object' &&
    first !== null &&
    'dataIndex' in first &&
    typeof first.dataIndex === 'number'
    ? first.dataIndex
    : -1;
};
