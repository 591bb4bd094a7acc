import { parseInstant } from '../dates/parseInstant.ts';
import { MS_PER_DAY } from '../dates/calendar.ts';

const NUMERIC = /^\s*-?(?:\d+(?:[.,]\d*)?|[.,]\d+)\s*$/;

/**
 * The number of a text: XPath 1.0's rule (no exponent, no plus sign), a comma taken for the decimal point as JavaRosa does,
 * and, as ODK XForms adds, days since 1970-01-01 UTC for dates and dateTimes. Anything else, blank included, is NaN.
 */
export function toNumber(text: string, timeZone = 'UTC'): number {
  if (text === '') return Number.NaN;
  if (NUMERIC.test(text)) return Number(text.includes(',') ? text.replace(',', '.') : text);
  const instant = parseInstant(text, timeZone);
  return instant === undefined ? Number.NaN : instant.ms / MS_PER_DAY;
}
