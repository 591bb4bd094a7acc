import { useMantineColorScheme } from '@mantine/core';
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Formats } from '../format/formats.ts';
import { useConsole } from '../settings/consoleContext.ts';
import type { ShownHour } from './dayOfHours.ts';
import styles from './HourChart.module.css';
import { hourOption } from './hourOption.ts';
import { hourTip } from './hourTip.ts';
import { readPalette } from './readPalette.ts';

register([LineChart, BarChart, CustomChart, GridComponent, TooltipComponent, SVGRenderer]);

interface HourChartProps {
  readonly hours: readonly ShownHour[];
  readonly formats: Formats;
}

/** The picture of the day, for the eye; the table beside it says the same to everybody else. */
export function HourChart({ hours, formats }: HourChartProps) {
  const { say } = useConsole();
  const { colorScheme } = useMantineColorScheme();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const made = init(element, null, { renderer: 'svg' });
    chart.current = made;
    return () => {
      chart.current = null;
      made.dispose();
    };
  }, []);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const draw = (): void => {
      const width = element.clientWidth;
      const tooltip = (index: number): HTMLElement => hourTip(hours[index], say, formats);
      const palette = readPalette(element);
      chart.current?.resize();
      chart.current?.setOption(hourOption({ hours, formats, palette, width, tooltip }), {
        notMerge: true,
      });
    };
    draw();
    const resized = new ResizeObserver(draw);
    resized.observe(element);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', draw);
    return () => {
      resized.disconnect();
      scheme.removeEventListener('change', draw);
    };
  }, [hours, formats, say, colorScheme]);

  return <div ref={place} aria-hidden="true" className={styles.chart} />;
}
