import type { Environment } from '../../context.ts';
import type { DateValue } from '../../dates/dateValue.ts';
import { numberOf, textOf } from '../anyTerm.ts';
import { truthOfNumber } from '../scalarTerms.ts';
import type { Value } from '../../value.ts';

const TOLERANCE = 1e-12;

/** As JavaRosa compares, so that 6.1 - 7.8 = -1.7 holds. */
export const equalNumbers = (left: number, right: number): boolean =>
  left === right || Math.abs(left - right) < TOLERANCE;

/** Two single values by XPath's rule; dates compare as points in time wherever both sides are dates. */
export function equalScalars(left: Value, right: Value, environment: Environment): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return truth(left) === truth(right);
  if (typeof left === 'number' || typeof right === 'number') {
    return equalNumbers(numberOf(left, environment), numberOf(right, environment));
  }
  if (isDate(left) || isDate(right)) {
    const [one, other] = [numberOf(left, environment), numberOf(right, environment)];
    if (!Number.isNaN(one) && !Number.isNaN(other)) return equalNumbers(one, other);
  }
  return textOf(left) === textOf(right);
}

const isDate = (value: Value): value is DateValue => typeof value === 'object' && 'kind' in value;

function truth(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return truthOfNumber(value);
  if (typeof value === 'string') return value !== '';
  return isDate(value) ? !Number.isNaN(value.days) : value.length > 0;
}
