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
  const oneSided = nodesEquality(left, right, unequal) ?? nodesEquality(right, left, unequal);
  if (oneSided !== undefined) return booleanTerm(oneSided);
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
    return (context) => equalScalars(left.value(context), right.value(context), context.environment);
  }
  const { constant } = right;
  if (typeof constant === 'string') return (context) => left.string(context) === constant;
  return (context) => left.string(context) === right.string(context);
}

/** A node-set against one text or number: what list filters do for each row, so without making arrays. */
function nodesEquality(set: Term, one: Term, unequal: boolean): Evaluate<boolean> | undefined {
  const type = plainType(one);
  const { members } = set;
  if (members === undefined || (type !== 'string' && type !== 'number')) return undefined;
  return (context) => {
    const nodes = members(context);
    const text = type === 'string' ? one.string(context) : '';
    const number = type === 'number' ? one.number(context) : Number.NaN;
    let anyRelevant = false;
    for (const node of nodes) {
      if (!node.relevant) continue;
      anyRelevant = true;
      const equal = type === 'string' ? node.text() === text : equalNumbers(node.number(), number);
      if (equal !== unequal) return true;
    }
    if (anyRelevant || (nodes.length === 0 && context.environment.collect !== true)) return false;
    return (type === 'string' && text === '') !== unequal;
  };
}

function plainType(term: Term): 'string' | 'number' | 'boolean' | 'date' | 'unknown' {
  if (term.accessor?.single === true && term.accessor.text !== undefined) return 'string';
  return term.type === 'nodes' || term.type === 'any' ? 'unknown' : term.type;
}

function existsPair(left: Term, right: Term, unequal: boolean, context: EvaluationContext): boolean {
  const lefts = scalarsOf(left, context);
  const rights = scalarsOf(right, context);
  if (lefts.length > 1 && rights.length > 1) {
    // Both are texts of nodes.
    if (unequal) return new Set([...lefts, ...rights]).size > 1;
    const texts = new Set(rights);
    return lefts.some((value) => texts.has(value));
  }
  return lefts.some((one) =>
    rights.some((other) => equalScalars(one, other, context.environment) !== unequal),
  );
}
