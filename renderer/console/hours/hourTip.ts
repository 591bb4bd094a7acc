import type { Formats } from '../format/formats.ts';
import type { ConsoleSay } from '../words/index.ts';
import type { ShownHour } from './dayOfHours.ts';
import styles from './hourTip.module.css';

/** What the pointer is over, as elements: markup with styles in it would be refused by the Content-Security-Policy. */
export function hourTip(hour: ShownHour | undefined, say: ConsoleSay, formats: Formats): HTMLElement {
  const tip = document.createElement('div');
  tip.className = styles.tip ?? '';
  if (hour === undefined) return tip;
  for (const [className, text] of linesOf(hour, say, formats)) {
    const line = document.createElement('div');
    line.className = className ?? '';
    line.textContent = text;
    tip.append(line);
  }
  return tip;
}

type Line = readonly [className: string | undefined, text: string];

function linesOf(
  { from, csat, uncertain, ahead }: ShownHour,
  say: ConsoleSay,
  formats: Formats,
): readonly Line[] {
  const { value, low, high, n } = csat;
  const hour: Line = [styles.hour, hourText(from, formats)];
  if (ahead) return [hour];
  if (value === null || low === null || high === null) return [hour, [styles.rest, say('hours.noneAt')]];
  return [
    hour,
    [styles.value, formats.precise(value)],
    [styles.rest, say('csat.interval', { interval: formats.interval(low, high) })],
    [uncertain ? styles.few : styles.rest, say('answers', { count: n, n: formats.count(n) })],
  ];
}

const HOUR = 3_600_000;

export const hourText = (from: number, formats: Formats): string =>
  `${formats.clock(from)}–${formats.clock(from + HOUR)}`;
