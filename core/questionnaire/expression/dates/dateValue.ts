import { MS_PER_DAY, utcToWall } from './calendar.ts';
import type { WallTime } from './calendar.ts';
import type { Instant } from './parseInstant.ts';
import { offsetAt } from '../../../kernel/index.ts';

/** A date or a moment, as today(), now(), date() and date-time() give them. Text is ISO 8601, number is days since 1970-01-01. */
export interface DateValue {
  readonly kind: 'date';
  /** As XForms writes it: `2026-11-21` at local midnight, otherwise `2026-11-21T21:40:00.000+02:00`. */
  readonly text: string;
  /** Days since 1970-01-01T00:00 UTC, with fraction for a moment. NaN for what is no date. */
  readonly days: number;
  /** The same by the local clock: a date is a whole number in every time zone. */
  readonly localDays: number;
}

/** What date('nonsense') gives, here as in ODK Web Forms and Enketo: no number, false, and a text that shows the mistake. */
export const INVALID_DATE: DateValue = {
  kind: 'date',
  text: 'Invalid Date',
  days: Number.NaN,
  localDays: Number.NaN,
};

const DATE_LIMIT = 8.64e15;

export function dateFromInstant({ ms, dateOnly }: Instant, timeZone: string): DateValue {
  return dateAt(ms, timeZone, dateOnly ? 'date' : 'shortest');
}

/** `precision`: the date alone, the full dateTime, or the date alone only if it is local midnight. */
export function dateAt(
  ms: number,
  timeZone: string,
  precision: 'date' | 'dateTime' | 'shortest' = 'shortest',
): DateValue {
  if (!(Math.abs(ms) <= DATE_LIMIT)) return INVALID_DATE;
  const offset = offsetAt(timeZone, ms);
  const wall = utcToWall(ms + offset);
  const midnight = wall.hour === 0 && wall.minute === 0 && wall.second === 0 && wall.ms === 0;
  const short = precision === 'date' || (precision === 'shortest' && midnight);
  return {
    kind: 'date',
    text: short ? dayText(wall) : momentText(wall, offset),
    days: ms / MS_PER_DAY,
    localDays: (ms + offset) / MS_PER_DAY,
  };
}

const dayText = ({ year, month, day }: WallTime): string =>
  `${padded(year, 4)}-${padded(month)}-${padded(day)}`;

function momentText(wall: WallTime, offset: number): string {
  const time = `${padded(wall.hour)}:${padded(wall.minute)}:${padded(wall.second)}.${padded(wall.ms, 3)}`;
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const zone = `${offset < 0 ? '-' : '+'}${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}`;
  return `${dayText(wall)}T${time}${zone}`;
}

const padded = (value: number, length = 2): string => String(value).padStart(length, '0');
