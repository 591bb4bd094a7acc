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
    const rights = numbers(right, context);
    return numbers(left, context).some((one) => rights.some((other) => test(one, other)));
  });
}

/** One number, whatever the data. */
const isPlain = (term: Term): boolean =>
  term.accessor?.single === true || (term.type !== 'nodes' && term.type !== 'any');

function numbers(term: Term, context: EvaluationContext): readonly number[] {
  if (isPlain(term)) return [term.number(context)];
  const value: Value = term.value(context);
  if (!isNodes(value)) return [numberOf(value, context.environment.timeZone)];
  return value.map((node) => node.number());
}
