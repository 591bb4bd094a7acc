import type { Environment } from '../context.ts';
import type { DateValue } from '../dates/dateValue.ts';

/** The number of a date: days since 1970, by the local clock where Collect is followed. */
export const daysOf = (date: DateValue, { collect }: Environment): number =>
  collect === true ? date.localDays : date.days;
