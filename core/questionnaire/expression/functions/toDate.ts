import type { EvaluationContext } from '../context.ts';
import { MS_PER_DAY } from '../dates/calendar.ts';
import { dateAt, dateFromInstant, INVALID_DATE } from '../dates/dateValue.ts';
import type { DateValue } from '../dates/dateValue.ts';
import { parseLooseInstant } from '../dates/parseInstant.ts';
import { wallToInstant } from '../../../kernel/index.ts';
import { isNodes } from '../evaluation/anyTerm.ts';
import type { Value } from '../value.ts';

const NUMBER = /^\s*-?[\d.]+\s*$/;

/**
 * What date() and date-time() make of a value: texts are read as ISO 8601, numbers are days since 1970-01-01 UTC
 * (whole numbers, where Collect is followed: days of the calendar).
 * Blank stays blank; truth values are no dates. `dateOnly` drops the time of day, as JavaRosa's date() does.
 */
export function toDate(value: Value, context: EvaluationContext, dateOnly: boolean): DateValue | '' {
  const { timeZone } = context.environment;
  if (typeof value === 'boolean') return '';
  if (typeof value === 'number') return fromDays(value, context, dateOnly);
  if (typeof value === 'string') return fromText(value, timeZone, dateOnly);
  if (!isNodes(value)) return dateOnly ? withoutTime(value, timeZone) : value;
  const text = value[0]?.text() ?? '';
  return NUMBER.test(text) ? fromDays(Number(text), context, dateOnly) : fromText(text, timeZone, dateOnly);
}

function fromText(text: string, timeZone: string, dateOnly: boolean): DateValue | '' {
  if (text === '') return '';
  const instant = parseLooseInstant(text, timeZone);
  if (instant === undefined) return INVALID_DATE;
  return dateFromInstant(dateOnly ? { ...instant, dateOnly } : instant, timeZone);
}

function fromDays(days: number, { environment }: EvaluationContext, dateOnly: boolean): DateValue {
  const { timeZone, collect } = environment;
  // A whole number is what adding to a date gives: that day, not the day that it is in UTC's midnight elsewhere.
  const day = dateOnly || (collect === true && Number.isInteger(days));
  if (!day) return dateAt(Math.round(days * MS_PER_DAY), timeZone);
  return dateAt(wallToInstant(timeZone, Math.trunc(days) * MS_PER_DAY), timeZone, 'date');
}

const withoutTime = (date: DateValue, timeZone: string): DateValue =>
  fromText(date.text.slice(0, 10), timeZone, true) || INVALID_DATE;
