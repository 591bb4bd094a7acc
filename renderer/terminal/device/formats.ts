/** English as it is written in most of the world: the day before the month, 24 hours. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** Moments, sizes and durations in the language of the page. `at`: milliseconds since 1970 UTC. */
export const formatMoment = (at: number, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'medium' }).format(at);

/** Clocks closer than this (ms) are the same for any purpose here. */
export const SAME_CLOCK = 2_000;

/** Moments of the device's own clock, put right by what the server's said last: `offset` is the server's minus the device's. */
export function momentIn(language: string, offset: number | null): (at: number) => string {
  const known = offset !== null && Math.abs(offset) >= SAME_CLOCK ? offset : 0;
  return (at) => formatMoment(at + known, language);
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export function formatBytes(bytes: number, language: string): string {
  const step = Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1000)));
  const unit = BYTE_UNITS[step] ?? 'byte';
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    // The short form of "byte" has no plural.
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365.25 * DAY;

/** The largest unit of which there are at least two; seconds below that. */
export function formatDuration(milliseconds: number, language: string): string {
  const seconds = Math.round(milliseconds / 1000);
  const write = (value: number, unit: string): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.round(value));
  if (seconds < 2 * MINUTE) return write(seconds, 'second');
  if (seconds < 2 * HOUR) return write(seconds / MINUTE, 'minute');
  if (seconds < 2 * DAY) return write(seconds / HOUR, 'hour');
  return seconds < 2 * YEAR ? write(seconds / DAY, 'day') : write(seconds / YEAR, 'year');
}
