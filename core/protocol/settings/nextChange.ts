import { offsetAt } from '../../kernel/index.ts';
import { isOpenAtWall } from './isOpen.ts';
import type { OpeningHours, TimedPlace } from './openingHours.ts';
import { DAY, MINUTE, minutesOf } from './wallClock.ts';

/** Zones change their offset only at whole quarters of an hour of UTC. */
const QUARTER = 900_000;
const FURTHEST_DAYS = 400;

/**
 * The first moment after `moment` at which the place opens, if it is closed, or closes, if it is open; undefined where that does not
 * happen within 400 days. Exact to the millisecond, also where clocks change in between.
 */
export function nextChange({ timezone, openingHours }: TimedPlace, moment: number): number | undefined {
  if (openingHours === undefined) return undefined;
  const now = isOpenAtWall(openingHours, moment + offsetAt(timezone, moment));
  const edges = edgesOf(openingHours);
  const last = moment + FURTHEST_DAYS * DAY;
  for (let from = moment; from < last;) {
    const until = sameOffsetUntil(timezone, from);
    const offset = offsetAt(timezone, from);
    const wall = wallTimes(edges, from + offset, until + offset).find(
      (at) => isOpenAtWall(openingHours, at) !== now,
    );
    if (wall !== undefined) return wall - offset;
    from = until;
  }
  return undefined;
}

/** Milliseconds since midnight at which anything can begin or end on any day; midnight is one, as each day has its own hours. */
function edgesOf({ week, otherDays }: OpeningHours): readonly number[] {
  const spans = [...week.flat(), ...otherDays.flatMap((day) => day.spans)];
  const minutes = spans.flatMap(({ from, to }) => [minutesOf(from), minutesOf(to)]);
  return [...new Set([0, ...minutes])].sort((a, b) => a - b).map((minute) => minute * MINUTE);
}

/** A day ahead, or less where the zone changes its offset before that. */
function sameOffsetUntil(timezone: string, from: number): number {
  const offset = offsetAt(timezone, from);
  if (offsetAt(timezone, from + DAY) === offset) return from + DAY;
  let [same, other] = [Math.floor(from / QUARTER), Math.ceil((from + DAY) / QUARTER)];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(timezone, middle * QUARTER) === offset) same = middle;
    else other = middle;
  }
  return other * QUARTER;
}

/** The beginning of the stretch (the clock may just have been changed) and every edge in it, in order; times of the wall clock. */
function wallTimes(edges: readonly number[], from: number, until: number): readonly number[] {
  const midnight = Math.floor(from / DAY) * DAY;
  const all = [0, DAY, 2 * DAY].flatMap((day) => edges.map((edge) => midnight + day + edge));
  return [from, ...all.filter((at) => at > from && at < until)];
}
