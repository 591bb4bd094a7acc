import type { Csat } from '../../../core/metrics/index.ts';
import type { OverviewHour } from '../../../core/protocol/index.ts';

/** One hour of the day as it is drawn: nobody answered where `csat` has no value. */
export interface ShownHour {
  readonly from: number;
  readonly csat: Csat;
  /** An answer or two say little: drawn hollow and dashed. */
  readonly uncertain: boolean;
  /** Not begun yet: neither with nor without answers. */
  readonly ahead: boolean;
}

/** Below this many answers an hour's share is more noise than news (its 95 % interval spans over 50 points at 10 answers). */
export const FEW_ANSWERS = 10;

const HOUR = 3_600_000;
/** Hours drawn at least. */
const SHORTEST = 8;
const NOBODY: Csat = { value: null, low: null, high: null, n: 0 };

/**
 * The stretch of the day worth drawing: from the first hour somebody answered to the hour that is running, at least eight hours
 * so that a young day does not pretend to be a long one. Hours that the server left out are hours without answers; stepping by
 * elapsed hours keeps the days right on which the clocks change.
 */
export function dayOfHours(hours: readonly OverviewHour[], now: number): readonly ShownHour[] {
  const answered = hours.filter((hour) => hour.csat.n > 0).sort((a, b) => a.from - b.from);
  const first = answered[0];
  const last = answered.at(-1);
  if (first === undefined || last === undefined) return [];
  const known = new Map(answered.map((hour) => [hour.from, hour.csat]));
  const running = Math.floor((now - first.from) / HOUR);
  const span = Math.max((last.from - first.from) / HOUR, Math.min(running, 23 - first.hour), 0);
  const missing = Math.max(0, SHORTEST - 1 - span);
  const after = Math.min(missing, Math.max(0, 23 - first.hour - span));
  const start = first.from - (missing - after) * HOUR;
  return Array.from({ length: span + missing + 1 }, (_, index) => {
    const from = start + index * HOUR;
    const csat = known.get(from) ?? NOBODY;
    return { from, csat, uncertain: csat.n > 0 && csat.n < FEW_ANSWERS, ahead: from > now && csat.n === 0 };
  });
}
