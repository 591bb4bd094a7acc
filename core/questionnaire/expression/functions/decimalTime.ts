import type { EvaluationContext } from '../context.ts';
import { MS_PER_DAY } from '../dates/calendar.ts';
import { parseInstant, parseTimeOfDay } from '../dates/parseInstant.ts';
import { offsetAt } from '../../../kernel/index.ts';
import { numberOf, textOf } from '../evaluation/anyTerm.ts';
import { EvaluationFailure } from '../problem.ts';
import type { Value } from '../value.ts';
import { toDate } from './toDate.ts';

/** Days since 1970-01-01 UTC with their fraction. Blank gives NaN; what is no date has no answer. */
export function decimalDateTime(value: Value, context: EvaluationContext): number {
  if (typeof value === 'number') return value;
  const date = toDate(value, context, false);
  if (typeof date === 'string') return Number.NaN;
  if (Number.isNaN(date.days)) {
    throw new EvaluationFailure(
      `"${textOf(value)}" is no date: write it as 2026-11-21 or 2026-11-21T21:40:00.`,
    );
  }
  return date.days;
}

/** The part of the local day that has passed, from 0 (midnight) to 1. NaN for what is no time. */
export function decimalTime(value: Value, context: EvaluationContext): number {
  const { timeZone } = context.environment;
  if (typeof value === 'number') return fraction(value);
  const text = textOf(value);
  const instant = parseInstant(text, timeZone);
  if (instant !== undefined) return localFraction(instant.ms, timeZone);
  if (typeof value === 'object' && 'kind' in value) return fraction(numberOf(value, context.environment));
  const time = parseTimeOfDay(text);
  if (time === undefined) return Number.NaN;
  if (time.offset === undefined) return time.ms / MS_PER_DAY;
  // A time names no day: the offset of today's local clock is the one the person has in mind.
  return fraction((time.ms - time.offset + offsetAt(timeZone, context.environment.now())) / MS_PER_DAY);
}

const localFraction = (ms: number, timeZone: string): number =>
  fraction((ms + offsetAt(timeZone, ms)) / MS_PER_DAY);

const fraction = (days: number): number => days - Math.floor(days);
