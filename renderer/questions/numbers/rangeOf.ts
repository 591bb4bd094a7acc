import type { QuestionView } from '../../../core/questionnaire/index.ts';

export interface Tick {
  /** Steps from the start. */
  readonly at: number;
  readonly label: string;
}

export interface RangeOf {
  readonly start: number;
  readonly end: number;
  /** How many steps lead from `start` to `end`. */
  readonly steps: number;
  readonly valueAt: (steps: number) => number;
  readonly stepsTo: (value: number) => number;
  readonly ticks: readonly Tick[];
}

/** So many ticks can stand beside each other and still be read. */
const MOST_TICKS = 11;

/** The line of a `range` (1 to 10) or `slider` (0 to 100) question, as its parameters have it; either end may be the greater. */
export function rangeOf({ type, parameters, appearance, lists }: QuestionView): RangeOf {
  const number = (name: string, usual: number): number => {
    const value = Number(parameters[name] ?? NaN);
    return Number.isFinite(value) ? value : usual;
  };
  const start = number('start', type === 'slider' ? 0 : 1);
  const end = number('end', type === 'slider' ? 100 : 10);
  const step = Math.abs(number('step', 1)) || 1;
  const steps = Math.max(1, Math.floor(Math.abs(end - start) / step + 1e-9));
  const towards = end < start ? -step : step;
  const valueAt = (at: number): number => Number((start + at * towards).toPrecision(12));
  const stepsTo = (value: number): number => Math.round((value - start) / towards);
  const every = Math.round(Math.abs(number('tick_interval', 0)) / step);
  const labels = lists?.['tick_labelset'] ?? [];
  const ticksAt =
    labels.length > 0 && parameters['tick_interval'] === undefined
      ? labels.map(({ name }) => stepsTo(Number(name))).filter((at) => at >= 0 && at <= steps)
      : placesOf(steps, every);
  const ticks = ticksAt.map((at) => ({
    at,
    label: labels.find(({ name }) => Number(name) === valueAt(at))?.label ?? String(valueAt(at)),
  }));
  return { start, end, steps, valueAt, stepsTo, ticks: appearance.includes('no-ticks') ? [] : ticks };
}

function placesOf(steps: number, every: number): readonly number[] {
  const apart = every > 0 ? every : steps < MOST_TICKS ? 1 : steps;
  const fitting = steps / apart < MOST_TICKS * 2 ? apart : steps;
  return Array.from({ length: Math.floor(steps / fitting) + 1 }, (_, index) => index * fitting);
}
