import type { EvaluationContext } from '../../context.ts';
import { booleanTerm } from '../scalarTerms.ts';
import type { Evaluate, Term } from '../term.ts';
import { equalNumbers, equalScalars } from './equalScalars.ts';
import { scalarsOf } from './scalarsOf.ts';

/**
 * `=` and `!=`. A boolean on either side compares truth, else a number compares numbers, else texts are compared.
 * A node-set passes if one of its nodes does, so `a = 'x'` and `a != 'x'` can both be true, or both false when it is empty.
 */
export function equality(left: Term, right: Term, unequal: boolean): Term {
  const plain = plainEquality(left, right);
  if (plain !== undefined) return booleanTerm(unequal ? (context) => !plain(context) : plain);
  return booleanTerm((context) => {
    if (left.type === 'boolean' || right.type === 'boolean') {
      return (left.boolean(context) === right.boolean(context)) !== unequal;
    }
    return existsPair(left, right, unequal, context);
  });
}

/** The cases known at compile time to compare one value with one value. */
function plainEquality(left: Term, right: Term): Evaluate<boolean> | undefined {
  const types = [plainType(left), plainType(right)];
  if (types.includes('unknown')) return undefined;
  if (types.includes('boolean')) return (context) => left.boolean(context) === right.boolean(context);
  if (types.includes('number')) return (context) => equalNumbers(left.number(context), right.number(context));
  if (types.includes('date')) {
    return (context) => equalScalars(left.value(context), right.value(context), context.environment.timeZone);
  }
  const { constant } = right;
  if (typeof constant === 'string') return (context) => left.string(context) === constant;
  return (context) => left.string(context) === right.string(context);
}

function plainType(term: Term): 'string' | 'number' | 'boolean' | 'date' | 'unknown' {
  if (term.accessor?.single === true && term.accessor.text !== undefined) return 'string';
  return term.type === 'nodes' || term.type === 'any' ? 'unknown' : term.type;
}

function existsPair(left: Term, right: Term, unequal: boolean, context: EvaluationContext): boolean {
  const { timeZone } = context.environment;
  const lefts = scalarsOf(left, context);
  const rights = scalarsOf(right, context);
  if (lefts.length > 1 && rights.length > 1 && !unequal) {
    const texts = new Set(rights);
    return lefts.some((value) => texts.has(value));
  }
  return lefts.some((one) => rights.some((other) => equalScalars(one, other, timeZone) !== unequal));
}
