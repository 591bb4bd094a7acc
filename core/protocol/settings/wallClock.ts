/** Times of a wall clock, given as if they were UTC, and the parts of a day that people write down. */
export const DAY = 86_400_000;
export const MINUTE = 60_000;

const ofItsDay = (wall: number): number => wall - Math.floor(wall / DAY) * DAY;

/** Minutes since midnight. */
export const minuteOf = (wall: number): number => Math.floor(ofItsDay(wall) / MINUTE);

/** YYYY-MM-DD */
export const dateOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

/** 0: Monday. 1970 began on a Thursday. */
export const weekdayOf = (wall: number): number => (((Math.floor(wall / DAY) + 3) % 7) + 7) % 7;

/** Minutes since midnight of HH:MM; NaN for anything else. */
export const minutesOf = (clock: string): number =>
  /^\d\d:\d\d$/.test(clock) ? Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) : Number.NaN;

interface Spanned {
  readonly from: string;
  readonly to: string;
}

/** Is the minute in the part of a span that lies on the day it begins? Its end is no longer in it. */
export const isOnItsDay = ({ from, to }: Spanned, minute: number): boolean => {
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  return minute >= begins && (ends <= begins || minute < ends);
};

/** Is the minute in the part of a span that lies on the day after? */
export const isOnTheNext = ({ from, to }: Spanned, minute: number): boolean =>
  minutesOf(to) <= minutesOf(from) && minute < minutesOf(to);

/** Is this minute of a day in a span of that day, or in one that goes on from the day before? */
export const isWithin = (today: readonly Spanned[], yesterday: readonly Spanned[], minute: number): boolean =>
  today.some((span) => isOnItsDay(span, minute)) || yesterday.some((span) => isOnTheNext(span, minute));
