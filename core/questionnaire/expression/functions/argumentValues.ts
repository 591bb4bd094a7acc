import type { EvaluationContext } from '../context.ts';
import { isNodes, numberOf, textOf } from '../evaluation/anyTerm.ts';
import type { Term } from '../evaluation/term.ts';

/** The texts of all arguments, node-sets giving one for each of their nodes. */
export function textsOf(args: readonly Term[], context: EvaluationContext): string[] {
  const texts: string[] = [];
  for (const arg of args) {
    const value = arg.value(context);
    if (isNodes(value)) for (const node of value) texts.push(node.text());
    else texts.push(textOf(value));
  }
  return texts;
}

/** The numbers of all arguments, node-sets giving one for each of their nodes. */
export function numbersOf(args: readonly Term[], context: EvaluationContext): number[] {
  const numbers: number[] = [];
  for (const arg of args) {
    const value = arg.value(context);
    if (isNodes(value)) for (const node of value) numbers.push(node.number());
    else numbers.push(numberOf(value, context.environment));
  }
  return numbers;
}

/** Truth of all arguments; a node counts as true when it has an answer. */
export function truthsOf(args: readonly Term[], context: EvaluationContext): boolean[] {
  const truths: boolean[] = [];
  for (const arg of args) {
    const value = arg.value(context);
    if (isNodes(value)) for (const node of value) truths.push(node.text() !== '');
    else truths.push(arg.boolean(context));
  }
  return truths;
}

/** As Java turns a double into an int where JavaRosa does so: towards zero, and NaN to 0. */
export const wholeNumber = (value: number): number => (Number.isNaN(value) ? 0 : Math.trunc(value));
