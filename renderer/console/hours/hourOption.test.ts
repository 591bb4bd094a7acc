import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { describe, expect, it } from 'vitest';
import { csat } from '../../../core/metrics/index.ts';
import { makeFormats } from '../format/formats.ts';
import type { ShownHour } from './dayOfHours.ts';
import { hourOption } from './hourOption.ts';
import type { Palette } from './palette.ts';
import { pointedHour } from './pointedHour.ts';

register([LineChart, BarChart, CustomChart, GridComponent, TooltipComponent, SVGRenderer]);

const PALETTE: Palette = {
  accent: '#0f5e56',
  band: '#dcebe7',
  quiet: '#55605c',
  line: '#ded8ca',
  surface: '#ffffff',
  bar: '#b6b2a9',
};
const MIDNIGHT = Date.UTC(2026, 10, 20, 22);

const hour = (clock: number, good: number, bad: number): ShownHour => ({
  from: MIDNIGHT + clock * 3_600_000,
  csat: csat([bad, 0, 0, good, 0]),
  uncertain: good + bad > 0 && good + bad < 10,
  ahead: false,
});

const DAY = [hour(9, 30, 10), hour(10, 20, 20), hour(11, 0, 0), hour(12, 3, 1), hour(13, 25, 5)];

const optionOf = (hours: readonly ShownHour[], width = 640, language = 'en') =>
  hourOption({
    hours,
    formats: makeFormats(language, 'Europe/Riga', 'just now'),
    palette: PALETTE,
    width,
    tooltip: () => document.createElement('div'),
  });

function drawn(hours: readonly ShownHour[], width = 640, language = 'en'): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: 300 });
  chart.setOption(optionOf(hours, width, language));
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');

describe('the picture of the day', () => {
  it('writes clocks of the touchpoint, shares in the language, and how many answered', () => {
    const written = texts(drawn(DAY, 640, 'de'));
    expect(written).toEqual(expect.arrayContaining(['09:00', '13:00', '40', '30', '4']));
    expect(written.map((text) => text.replace('\u00a0', ' '))).toContain('50 %');
  });

  it('leaves clocks out where there is no room for them', () => {
    const clocks = (width: number): number =>
      texts(drawn(DAY, width)).filter((text) => text.includes(':')).length;
    expect(clocks(640)).toBe(5);
    expect(clocks(160)).toBeLessThan(4);
  });

  it('draws the band in as many pieces as the day has stretches with answers', () => {
    const pieces = drawn(DAY).split(`fill="${PALETTE.band}"`).length - 1;
    expect(pieces).toBe(2);
  });

  it('makes an hour with few answers hollow and the way to it dashed', () => {
    const dashed = /d="M[^"]+"[^>]*stroke-dasharray/;
    const hollow = /fill="#ffffff" stroke="#0f5e56"/;
    expect(drawn(DAY)).toMatch(dashed);
    expect(drawn(DAY)).toMatch(hollow);
    expect(drawn(DAY.slice(0, 2))).not.toMatch(dashed);
    expect(drawn(DAY.slice(0, 2))).not.toMatch(hollow);
  });

  it('draws the same without answers: axes and nothing else', () => {
    expect(drawn([hour(9, 0, 0)])).not.toContain(PALETTE.band);
  });
});

describe('the hour under the pointer', () => {
  it('is taken from a series of hours, not from the band of runs', () => {
    expect(
      pointedHour([
        { seriesName: 'band', dataIndex: 1 },
        { seriesName: 'csat', dataIndex: 3 },
      ]),
    ).toBe(3);
    expect(pointedHour({ seriesName: 'n', dataIndex: 2 })).toBe(2);
    expect(pointedHour([{ seriesName: 'band', dataIndex: 1 }])).toBe(-1);
    expect(pointedHour(undefined)).toBe(-1);
  });
});
