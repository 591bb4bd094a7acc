import type { EvaluationContext } from '../../context.ts';
import type { Operator } from '../../syntax/expression.ts';
import type { Value } from '../../value.ts';
import { isNodes, numberOf } from '../anyTerm.ts';
import { booleanTerm } from '../scalarTerms.ts';
import type { Term } from '../term.ts';

type Test = (left: number, right: number) => boolean;

const TESTS: Partial<Record<Operator, Test>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** `<`, `<=`, `>`, `>=` compare numbers (dates are days); a node-set passes if one of its nodes does. */
export function order(left: Term, right: Term, operator: Operator): Term {
  const test = TESTS[operator];
  if (test === undefined) throw new Error(`${operator} does not order`);
  if (isPlain(left) && isPlain(right)) {
    return booleanTerm((context) => test(left.number(context), right.number(context)));
  }
  return booleanTerm((context) => {
    const lefts = ends(numbers(left, context));
    const rights = ends(numbers(right, context));
    return lefts.some((one) => rights.some((other) => test(one, other)));
  });
}

/** One number, whatever the data. */
const isPlain = (term: Term): boolean =>
  term.accessor?.single === true || (term.type !== 'nodes' && term.type !== 'any');

/** The least and the greatest: if any pair is in order, so is one of these. */
function ends(all: readonly number[]): readonly number[] {
  if (all.length < 3) return all;
  const real = all.filter((number) => !Number.isNaN(number));
  if (real.length < 3) return real;
  const smaller = real.reduce((one, other) => Math.min(one, other));
  return [smaller, real.reduce((one, other) => Math.max(one, other))];
}

function numbers(term: Term, context: EvaluationContext): readonly number[] {
  if (isPlain(term)) return [term.number(context)];
  const value: Value = term.value(context);
  if (!isNodes(value)) return [numberOf(value, context.environment)];
  return value.map((node) => node.number());
}
