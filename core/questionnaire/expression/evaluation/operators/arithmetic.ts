import type { Operator } from '../../syntax/expression.ts';
import { numberTerm } from '../scalarTerms.ts';
import type { Evaluate, Term } from '../term.ts';

type Calculate = (left: number, right: number) => number;

/** IEEE 754 doubles throughout, as XPath wants; mod keeps the sign of the left side. */
const CALCULATE: Partial<Record<Operator, Calculate>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  div: (left, right) => left / right,
  mod: (left, right) => left % right,
};

/** A chain of + and -, or of *, div and mod. */
export function arithmetic(terms: readonly Term[], operators: readonly Operator[]): Term {
  const [left, right] = terms;
  const operator = operators[0];
  if (terms.length === 2 && left !== undefined && right !== undefined)
    return numberTerm(pair(left, right, operator));
  const total = operators.every((each) => each === '+') ? totalOf(terms) : undefined;
  if (total !== undefined) return numberTerm(total);
  const steps = operators.map((each) => calculation(each));
  return numberTerm((context) => {
    let result = left?.number(context) ?? Number.NaN;
    for (let index = 0; index < steps.length; index += 1) {
      result = steps[index]?.(result, terms[index + 1]?.number(context) ?? Number.NaN) ?? Number.NaN;
    }
    return result;
  });
}

/** Long sums of questions are left to the host that holds their answers. */
function totalOf(terms: readonly Term[]): Evaluate<number> | undefined {
  const accessors = terms.flatMap(({ accessor }) => accessor ?? []);
  return accessors.length === terms.length ? accessors[0]?.total?.(accessors) : undefined;
}

/** The usual two operands get a closure of their own: no loop, no table. */
function pair(left: Term, right: Term, operator: Operator | undefined): Evaluate<number> {
  switch (operator) {
    case '+':
      return (context) => left.number(context) + right.number(context);
    case '-':
      return (context) => left.number(context) - right.number(context);
    case '*':
      return (context) => left.number(context) * right.number(context);
    case 'div':
      return (context) => left.number(context) / right.number(context);
    default:
      return (context) => left.number(context) % right.number(context);
  }
}

function calculation(operator: Operator): Calculate {
  const calculate = CALCULATE[operator];
  if (calculate === undefined) throw new Error(`${operator} does not calculate`);
  return calculate;
}
