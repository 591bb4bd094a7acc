import { booleanTerm } from '../scalarTerms.ts';
import type { Term } from '../term.ts';

/** `and`: stops at the first false. */
export function conjunction(terms: readonly Term[]): Term {
  const [left, right] = terms;
  if (terms.length === 2 && left !== undefined && right !== undefined) {
    return booleanTerm((context) => left.boolean(context) && right.boolean(context));
  }
  return booleanTerm((context) => terms.every((term) => term.boolean(context)));
}

/** `or`: stops at the first true. */
export function disjunction(terms: readonly Term[]): Term {
  const [left, right] = terms;
  if (terms.length === 2 && left !== undefined && right !== undefined) {
    return booleanTerm((context) => left.boolean(context) || right.boolean(context));
  }
  return booleanTerm((context) => terms.some((term) => term.boolean(context)));
}
