import type { AnswerProblem } from '../questionType.ts';

export interface Interval {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** Steps are counted in floating point: 0.1 + 0.2 lies on the grid of 0.1. */
const TOLERANCE = 1e-9;

export function isOnStep(value: number, { start, step }: Interval): boolean {
  const steps = (value - start) / step;
  return Math.abs(steps - Math.round(steps)) <= TOLERANCE * Math.max(1, Math.abs(steps));
}

/** Whether a number lies between the ends (either may be the greater) and on a step counted from the start. */
export function checkInterval(value: number, interval: Interval, part?: string): readonly AnswerProblem[] {
  const place = part === undefined ? {} : { part };
  const least = Math.min(interval.start, interval.end);
  const most = Math.max(interval.start, interval.end);
  if (value < least) return [{ code: 'tooLow', limit: least, ...place }];
  if (value > most) return [{ code: 'tooHigh', limit: most, ...place }];
  return isOnStep(value, interval) ? [] : [{ code: 'offStep', limit: interval.step, ...place }];
}
