import type { LineSeriesOption } from 'echarts/charts';
import type { ShownHour } from './dayOfHours.ts';
import type { Palette } from './palette.ts';

/**
 * The certain hours as a solid line with filled points. Hours with few answers hollow and dashed, together with their neighbours so
 * that the way to them is dashed too; nothing across hours without answers.
 */
export function linesOf(hours: readonly ShownHour[], palette: Palette): LineSeriesOption[] {
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
