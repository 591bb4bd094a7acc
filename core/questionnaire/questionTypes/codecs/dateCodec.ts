import { ok } from '../../../kernel/index.ts';
import type { Codec } from './codec.ts';
import { malformed } from './codec.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME =
  /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d*)?)?(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?$/;

function isCalendarDay(text: string): boolean {
  const match = DATE.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

/** Seconds and milliseconds are filled in; the zone offset is kept as `±HH:MM` or `Z`, never moved to UTC. */
function fullTime(text: string): string | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [, hour = '', minute = '', second = '00', fraction = '', zone = ''] = match;
  return `${hour}:${minute}:${second}.${fraction.padEnd(3, '0')}${fullZone(zone)}`;
}

function fullZone(zone: string): string {
  if (zone.length < 3 || zone.includes(':')) return zone;
  return `${zone.slice(0, 3)}:${zone.slice(3).padEnd(2, '0')}`;
}

function textKind(
  column: 'date' | 'time' | 'dateTime',
  read: (text: string) => string | undefined,
): Codec<string> {
  return {
    decode: (raw) => {
      if (typeof raw !== 'string') return malformed;
      const text = raw.trim();
      if (text === '') return ok(null);
      const value = text.length > 40 ? undefined : read(text);
      return value === undefined ? malformed : ok(value);
    },
    encode: (value) => value,
    column,
    cell: (value) => value,
  };
}

/** `2026-11-21`; of a date with a time the day as written counts. */
export const dateCodec = textKind('date', (text) => {
  const [day = '', time] = text.split('T');
  return isCalendarDay(day) && (time === undefined || fullTime(time) !== undefined) ? day : undefined;
});

/** `14:05:00.000+02:00`. */
export const timeCodec = textKind('time', fullTime);

/** `2026-11-21T14:05:00.000+02:00`; a bare day is its midnight. */
export const dateTimeCodec = textKind('dateTime', (text) => {
  const [day = '', time = '00:00'] = text.split('T');
  const clock = fullTime(time);
  return isCalendarDay(day) && clock !== undefined ? `${day}T${clock}` : undefined;
});
