import { daysInMonth, wallToUtc } from './calendar.ts';
import { wallToInstant } from '../../../kernel/index.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const LOOSE_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?:(Z)|([+-])(\d{2})(?::?(\d{2}))?)?$/;

/** A point in time; `dateOnly` when the text gave no time of day (then it is local midnight). */
export interface Instant {
  readonly ms: number;
  readonly dateOnly: boolean;
}

export interface TimeOfDay {
  /** Since midnight, on the clock that the text was written by. */
  readonly ms: number;
  /** Of that clock from UTC; undefined when the text names none. */
  readonly offset: number | undefined;
}

/** Reads an ISO 8601 date or dateTime; without an offset it is meant in `timeZone`. Days that do not exist are refused. */
export function parseInstant(text: string, timeZone: string): Instant | undefined {
  return text.charCodeAt(4) === 45 ? parse(text, timeZone, DATE) : undefined;
}

/** As parseInstant, but month and day may lack their leading zero, as date() allows. */
export function parseLooseInstant(text: string, timeZone: string): Instant | undefined {
  return parse(text, timeZone, LOOSE_DATE);
}

function parse(text: string, timeZone: string, pattern: RegExp): Instant | undefined {
  const split = text.indexOf('T');
  const midnight = parseDay(split < 0 ? text : text.slice(0, split), pattern);
  if (midnight === undefined) return undefined;
  if (split < 0) return { ms: wallToInstant(timeZone, midnight), dateOnly: true };
  const time = parseTimeOfDay(text.slice(split + 1));
  if (time === undefined) return undefined;
  const wall = midnight + time.ms;
  return {
    ms: time.offset === undefined ? wallToInstant(timeZone, wall) : wall - time.offset,
    dateOnly: false,
  };
}

/** Midnight of the day as if in UTC. */
function parseDay(text: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(text);
  if (found === null) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return wallToUtc({ year, month, day, hour: 0, minute: 0, second: 0, ms: 0 });
}

/** Reads `hh:mm[:ss[.fff]][Z|+hh:mm]`. */
export function parseTimeOfDay(text: string): TimeOfDay | undefined {
  const found = TIME.exec(text);
  if (found === null) return undefined;
  const [hour, minute, second] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const offset = parseOffset(found);
  if (offset === null) return undefined;
  const fraction = found[4] === undefined ? 0 : Math.round(Number(`0.${found[4]}`) * 1000);
  return { ms: ((hour * 60 + minute) * 60 + second) * 1000 + fraction, offset };
}

function parseOffset(found: RegExpExecArray): number | undefined | null {
  if (found[5] !== undefined) return 0;
  if (found[6] === undefined) return undefined;
  const [hours, minutes] = [Number(found[7]), Number(found[8] ?? 0)];
  if (hours > 23 || minutes > 59) return null;
  return (found[6] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
