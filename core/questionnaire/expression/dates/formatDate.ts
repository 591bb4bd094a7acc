import type { WallTime } from './calendar.ts';
import { wallToUtc } from './calendar.ts';

const CODE = /%([YymnbdeaHhMS3])/g;

/**
 * Fills the codes of format-date and format-date-time: %Y %y %m %n %b %d %e %a %H %h %M %S %3. Names of months and weekdays are
 * the short ones of `language` (BCP 47). Everything else stands for itself.
 */
export function formatDate(wall: WallTime, format: string, language: string): string {
  return format.replace(CODE, (_, code: string) => field(wall, code, language));
}

function field(wall: WallTime, code: string, language: string): string {
  switch (code) {
    case 'Y':
      return padded(wall.year, 4);
    case 'y':
      return padded(wall.year, 4).slice(-2);
    case 'm':
      return padded(wall.month);
    case 'n':
      return String(wall.month);
    case 'd':
      return padded(wall.day);
    case 'e':
      return String(wall.day);
    case 'H':
      return padded(wall.hour);
    case 'h':
      return String(wall.hour);
    case 'M':
      return padded(wall.minute);
    case 'S':
      return padded(wall.second);
    case '3':
      return padded(wall.ms, 3);
    default:
      return dateName(wall, code === 'b' ? 'month' : 'weekday', language);
  }
}

const padded = (value: number, length = 2): string => String(value).padStart(length, '0');

const names = new Map<string, Intl.DateTimeFormat>();

function dateName(wall: WallTime, part: 'month' | 'weekday', language: string): string {
  const key = `${part} ${language}`;
  const known = names.get(key);
  const format =
    known ?? new Intl.DateTimeFormat(knownLanguage(language), { [part]: 'short', timeZone: 'UTC' });
  if (known === undefined) names.set(key, format);
  return format.format(wallToUtc(wall));
}

/** A questionnaire's language may be a name ("English (en)") rather than a tag; then English names are used. */
function knownLanguage(language: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
