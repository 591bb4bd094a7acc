/** A day of the calendar as people write it: month 1 to 12. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const two = (value: number): string => String(value).padStart(2, '0');

export const dayText = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

export function readDay(text: string): Day | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (found === null) return undefined;
  return { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}

/** Noon in UTC, so that no time zone moves the day. */
export function utcOf({ year, month, day }: Day): Date {
  const date = new Date(Date.UTC(2000, month - 1, day, 12));
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

export const daysIn = (year: number, month: number): number =>
  utcOf({ year, month: month + 1, day: 0 }).getUTCDate();

/** How many places of a week that begins on Monday stand empty before the first of the month. */
export const placesBefore = (year: number, month: number): number =>
  (utcOf({ year, month, day: 1 }).getUTCDay() + 6) % 7;

export function dayOf(date: Date): Day {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

/** `+02:00`: what the device's clocks show there at that time. */
export function zoneOf(day: Day, hour: number, minute: number): string {
  const east = -new Date(day.year, day.month - 1, day.day, hour, minute).getTimezoneOffset();
  return `${east < 0 ? '-' : '+'}${two(Math.floor(Math.abs(east) / 60))}:${two(Math.abs(east) % 60)}`;
}

export interface Clock {
  readonly hour: number | undefined;
  readonly minute: number | undefined;
}

/** A time that may be half written: `14:` */
export function readClock(text: string): Clock {
  const found = /^(\d{2})?:(\d{2})?/.exec(text);
  return { hour: numberIn(found?.[1]), minute: numberIn(found?.[2]) };
}

export const clockText = ({ hour, minute }: Clock): string =>
  `${hour === undefined ? '' : two(hour)}:${minute === undefined ? '' : two(minute)}`;

const numberIn = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);
