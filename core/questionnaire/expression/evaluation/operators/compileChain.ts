import type { OperatorChain } from '../../syntax/expression.ts';
import type { Compiler } from '../compiler.ts';
import { failingTerm } from '../scalarTerms.ts';
import type { Term } from '../term.ts';
import { arithmetic } from './arithmetic.ts';
import { equality } from './equality.ts';
import { conjunction, disjunction } from './logic.ts';
import { order } from './order.ts';
import { union } from './union.ts';

/** Operators of one level, grouped from the left. */
export function compileChain(chain: OperatorChain, compiler: Compiler): Term {
  const terms = chain.operands.map((operand) => compiler.compile(operand));
  const first = terms[0];
  if (first === undefined) throw new Error('a chain has two operands or more');
  switch (chain.operators[0]) {
    case 'or':
      return disjunction(terms);
    case 'and':
      return conjunction(terms);
    case '|':
      return union(terms);
    case '=':
    case '!=':
      return fold(terms, first, (left, right, at) => equality(left, right, chain.operators[at] === '!='));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return fold(terms, first, (left, right, at) => order(left, right, chain.operators[at] ?? '<'));
    default:
      return arithmetic(terms, chain.operators);
  }
}

/** Chains of comparisons (`1 < 2 = true()`) are short in any sane text, but a hostile one must not overflow the stack. */
const MAX_COMPARISONS = 64;

function fold(
  terms: readonly Term[],
  first: Term,
  join: (left: Term, right: Term, at: number) => Term,
): Term {
  if (terms.length > MAX_COMPARISONS)
    return failingTerm(
      `More than ${MAX_COMPARISONS} comparisons stand in one chain: join them with and, or.`,
    );
  return terms.slice(1).reduce((left, right, index) => join(left, right, index), first);
}
