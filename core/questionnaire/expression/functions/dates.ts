import type { EvaluationContext } from '../context.ts';
import { MS_PER_DAY, utcToWall } from '../dates/calendar.ts';
import { dateAt, dateFromInstant } from '../dates/dateValue.ts';
import type { DateValue } from '../dates/dateValue.ts';
import { formatDate } from '../dates/formatDate.ts';
import { offsetAt, wallToInstant } from '../../../kernel/index.ts';
import { anyTerm } from '../evaluation/anyTerm.ts';
import { dateTerm, numberTerm, stringTerm } from '../evaluation/scalarTerms.ts';
import type { Term } from '../evaluation/term.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { binary, nullary, unary } from './functionDefinition.ts';
import { toDate } from './toDate.ts';
import { decimalDateTime, decimalTime } from './decimalTime.ts';

const format = (name: string): FunctionDefinition =>
  binary(name, (value, pattern) =>
    stringTerm((context) => formatted(value, pattern.string(context), context)),
  );

export const DATES: readonly FunctionDefinition[] = [
  nullary('now', () => dateTerm((context) => now(context)), { volatile: 'always' }),
  nullary('today', () => dateTerm((context) => today(context)), { volatile: 'always' }),
  unary('date', (argument) =>
    anyTerm((context) => toDate(argument.value(context), context, context.environment.collect === true)),
  ),
  unary('date-time', (argument) => anyTerm((context) => toDate(argument.value(context), context, false))),
  unary('decimal-date-time', (argument) =>
    numberTerm((context) => decimalDateTime(argument.value(context), context)),
  ),
  unary('decimal-time', (argument) => numberTerm((context) => decimalTime(argument.value(context), context))),
  format('format-date'),
  format('format-date-time'),
];

const now = ({ environment }: EvaluationContext): DateValue =>
  dateAt(environment.now(), environment.timeZone, 'dateTime');

function today({ environment }: EvaluationContext): DateValue {
  const { timeZone } = environment;
  const instant = environment.now();
  const wall = instant + offsetAt(timeZone, instant);
  const midnight = Math.floor(wall / MS_PER_DAY) * MS_PER_DAY;
  return dateFromInstant({ ms: wallToInstant(timeZone, midnight), dateOnly: true }, timeZone);
}

/** '' for what is blank or no date. */
function formatted(value: Term, pattern: string, context: EvaluationContext): string {
  const date = toDate(value.value(context), context, false);
  if (typeof date === 'string' || Number.isNaN(date.days)) return '';
  const { timeZone, language } = context.environment;
  const ms = Math.round(date.days * MS_PER_DAY);
  return formatDate(utcToWall(ms + offsetAt(timeZone, ms)), pattern, language);
}
