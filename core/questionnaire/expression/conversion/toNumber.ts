import { parseInstant } from '../dates/parseInstant.ts';
import { MS_PER_DAY } from '../dates/calendar.ts';
import { offsetAt } from '../../../kernel/index.ts';

const NUMERIC = /^\s*-?(?:\d+(?:[.,]\d*)?|[.,]\d+)\s*$/;

/**
 * The number of a text: XPath 1.0's rule (no exponent, no plus sign), a comma taken for the decimal point as JavaRosa does,
 * and, as ODK XForms adds, days since 1970-01-01 for dates and dateTimes. Anything else, blank included, is NaN.
 * By the local clock a date is a whole number of days in every zone, so that days can be added and compared.
 */
export function toNumber(text: string, timeZone = 'UTC', clock: 'UTC' | 'local' = 'UTC'): number {
  if (text === '') return Number.NaN;
  if (NUMERIC.test(text)) return Number(text.includes(',') ? text.replace(',', '.') : text);
  const instant = parseInstant(text, timeZone);
  if (instant === undefined) return Number.NaN;
  return (clock === 'UTC' ? instant.ms : instant.ms + offsetAt(timeZone, instant.ms)) / MS_PER_DAY;
}
