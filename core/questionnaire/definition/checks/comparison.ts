import type { Expression } from '../../expression/index.ts';

interface KnownChoices {
  readonly question: string;
  readonly names: ReadonlySet<string>;
  /** Among the names, or added to them. */
  readonly has: (name: string) => boolean;
}

/** The choices of the question that an expression stands for, where there is such a question and its list is known. */
export type ChoicesOf = (expression: Expression) => KnownChoices | undefined;

/** A question compared with the name of a choice: `${q} = 'x'`, `${q} != 'x'`, `selected(${q}, 'x')`. */
export interface Comparison {
  readonly choices: KnownChoices;
  readonly text: string;
  readonly at: number;
}

function literal(expression: Expression | undefined): string | undefined {
  if (expression?.kind === 'string') return expression.value;
  return expression?.kind === 'number' ? String(expression.value) : undefined;
}

function comparisonOf(
  left: Expression | undefined,
  right: Expression | undefined,
  choicesOf: ChoicesOf,
): Comparison | undefined {
  const text = literal(right) ?? literal(left);
  const other = literal(right) === undefined ? right : left;
  if (text === undefined || text === '' || /[\s~]/.test(text) || other === undefined) return undefined;
  const choices = choicesOf(other);
  return choices === undefined ? undefined : { choices, text, at: other.at };
}

/** Operands and arguments; what stands in predicates speaks of other nodes. */
function parts(expression: Expression): readonly Expression[] {
  if (expression.kind === 'chain') return expression.operands;
  if (expression.kind === 'call') return expression.args;
  return expression.kind === 'negate' ? [expression.operand] : [];
}

function directComparison(expression: Expression, choicesOf: ChoicesOf): Comparison | undefined {
  if (expression.kind === 'call') {
    if (expression.name !== 'selected') return undefined;
    return comparisonOf(expression.args[0], expression.args[1], choicesOf);
  }
  if (expression.kind !== 'chain' || expression.operands.length !== 2) return undefined;
  const [operator] = expression.operators;
  if (operator !== '=' && operator !== '!=') return undefined;
  return comparisonOf(expression.operands[0], expression.operands[1], choicesOf);
}

/** All comparisons with choices in an expression. */
export function comparisonsOf(expression: Expression, choicesOf: ChoicesOf): readonly Comparison[] {
  const found: Comparison[] = [];
  const stack: Expression[] = [expression];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const comparison = directComparison(at, choicesOf);
    if (comparison !== undefined) found.push(comparison);
    stack.push(...parts(at));
  }
  return found;
}

function isFalse(expression: Expression, choicesOf: ChoicesOf): boolean {
  if (expression.kind === 'number') return expression.value === 0;
  if (expression.kind === 'string') return expression.value === '';
  if (expression.kind === 'call' && expression.name === 'false') return true;
  if (expression.kind === 'chain' && expression.operators[0] === '!=') return false;
  const comparison = directComparison(expression, choicesOf);
  return comparison !== undefined && !comparison.choices.has(comparison.text);
}

/** The same single question asked to be two things at once, in operands of `and`. */
function contradicts(operands: readonly Expression[]): boolean {
  const wanted = new Map<string, string>();
  for (const operand of operands) {
    if (operand.kind !== 'chain' || operand.operands.length !== 2 || operand.operators[0] !== '=') continue;
    const [left, right] = operand.operands;
    const text = literal(right);
    if (left?.kind !== 'reference' || text === undefined) continue;
    const before = wanted.get(left.name);
    if (before !== undefined && before !== text) return true;
    wanted.set(left.name, text);
  }
  return false;
}

/** Whether a condition is false whatever people answer, as far as can be seen from its form. Depth is bounded by the parser. */
export function neverTrue(expression: Expression, choicesOf: ChoicesOf): boolean {
  if (expression.kind === 'chain' && expression.operators[0] === 'and') {
    return (
      contradicts(expression.operands) || expression.operands.some((operand) => neverTrue(operand, choicesOf))
    );
  }
  if (expression.kind === 'chain' && expression.operators[0] === 'or') {
    return expression.operands.every((operand) => neverTrue(operand, choicesOf));
  }
  return isFalse(expression, choicesOf);
}
