import { utcOf } from './calendar.ts';
import type { Day } from './calendar.ts';

/** A formatter of days; a language that the browser has never heard of is passed over. */
export function dayFormat(
  languages: readonly string[],
  options: Intl.DateTimeFormatOptions,
): (day: Day) => string {
  const format = new Intl.DateTimeFormat(known(languages), {
    ...options,
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  });
  return (day) => format.format(utcOf(day));
}

function known(languages: readonly string[]): string[] {
  return languages.filter((code) => {
    try {
      return Intl.DateTimeFormat.supportedLocalesOf(code).length > 0;
    } catch {
      return false;
    }
  });
}
