import type { EvaluationContext } from '../context.ts';
import type { DataNode } from '../dataNode.ts';
import { numberTerm } from '../evaluation/scalarTerms.ts';
import type { Term } from '../evaluation/term.ts';
import { numbersOf } from './argumentValues.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { unary, variadic } from './functionDefinition.ts';

const extreme = (name: string, pick: (one: number, other: number) => number): FunctionDefinition =>
  variadic(name, [0, Number.POSITIVE_INFINITY], (args) =>
    numberTerm((context) => {
      const numbers = countable(numbersOf(args, context), context);
      return numbers.length === 0 ? Number.NaN : numbers.reduce((one, other) => pick(one, other));
    }),
  );

export const TOTALS: readonly FunctionDefinition[] = [
  unary('sum', (nodes) => numberTerm((context) => sum(nodes, context))),
  unary('count', (nodes) =>
    numberTerm((context) => nodes.accessor?.count?.(context) ?? nodes.nodes(context).length),
  ),
  unary('count-non-empty', (nodes) => numberTerm((context) => nodes.nodes(context).filter(isFilled).length)),
  extreme('min', Math.min),
  extreme('max', Math.max),
];

function sum(nodes: Term, context: EvaluationContext): number {
  if (nodes.accessor?.sum !== undefined) return nodes.accessor.sum(context);
  const skipBlanks = context.environment.collect === true;
  let total = 0;
  for (const node of nodes.nodes(context)) {
    const number = node.number();
    if (!skipBlanks || !Number.isNaN(number)) total += number;
  }
  return total;
}

/** XPath: one blank makes the total NaN. Collect: blanks are left out. */
const countable = (numbers: readonly number[], { environment }: EvaluationContext): readonly number[] =>
  environment.collect === true ? numbers.filter((number) => !Number.isNaN(number)) : numbers;

/** Groups count as filled, as in JavaRosa. */
const isFilled = (node: DataNode): boolean => node.children.length > 0 || node.text() !== '';
