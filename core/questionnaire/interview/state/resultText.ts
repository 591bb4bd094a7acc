import type { Compiled, EvaluationContext } from '../../expression/index.ts';
import { numberToText } from '../../expression/index.ts';
import type { Place } from '../compile/place.ts';

/**
 * A calculation's result as it is kept, after JavaRosa: NaN is blank, integers lose their fraction, numbers have no
 * exponent. Booleans are `true` and `false`.
 */
export function resultText(compiled: Compiled, context: EvaluationContext, place: Place): string {
  if (compiled.type === 'number') return numberText(compiled.number(context), place);
  if (compiled.type !== 'any') return fit(compiled.string(context), place);
  const value = compiled.value(context);
  return typeof value === 'number' ? numberText(value, place) : fit(compiled.string(context), place);
}

function numberText(value: number, place: Place): string {
  if (Number.isNaN(value)) return '';
  return numberToText(place.whole ? Math.trunc(value) : value);
}

/** Text for an integer question becomes a whole number where it is one at all, a moment for a date question its day. */
export function fit(text: string, place: Place): string {
  if (place.dateOnly && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return text.slice(0, 10);
  return text !== '' && place.whole && /^-?\d+\.\d+$/.test(text)
    ? numberToText(Math.trunc(Number(text)))
    : text;
}
