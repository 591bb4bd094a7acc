import { offsetAt } from '../../kernel/index.ts';
import type { OpeningHours, Span, TimedPlace } from './openingHours.ts';
import { DAY, dateOf, isWithin, minuteOf, weekdayOf } from './wallClock.ts';

/**
 * Is the place open at a moment (milliseconds since 1970 UTC)? Judged by the clock on its wall: an hour that is skipped in spring is
 * nobody's, and one that comes twice in autumn is open, or closed, both times. Throws a RangeError on an unknown zone
 * (`readTimedPlace` lets none through).
 */
export const isOpen = ({ timezone, openingHours }: TimedPlace, moment: number): boolean =>
  openingHours === undefined || isOpenAtWall(openingHours, moment + offsetAt(timezone, moment));

/** `wall`: what the clock shows, as if it were UTC. */
export const isOpenAtWall = (hours: OpeningHours, wall: number): boolean =>
  isWithin(spansOf(hours, wall), spansOf(hours, wall - DAY), minuteOf(wall));

function spansOf({ week, otherDays }: OpeningHours, wall: number): readonly Span[] {
  const date = otherDays.length === 0 ? '' : dateOf(wall);
  const other = otherDays.find((day) => day.date === date);
  return other?.spans ?? week[weekdayOf(wall)] ?? [];
}
