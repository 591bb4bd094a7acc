import type { Expression, FunctionCall } from './expression.ts';

/** Every function call in the expression, predicates included, in order of appearance. */
export function callsIn(expression: Expression): readonly FunctionCall[] {
  const calls: FunctionCall[] = [];
  collect(expression, calls);
  return calls;
}

function collect(expression: Expression, calls: FunctionCall[]): void {
  const within = (inner: Expression): void => collect(inner, calls);
  if (expression.kind === 'call') {
    calls.push(expression);
    expression.args.forEach(within);
  } else if (expression.kind === 'negate') {
    within(expression.operand);
  } else if (expression.kind === 'chain') {
    expression.operands.forEach(within);
  } else if (expression.kind === 'path') {
    if (typeof expression.start === 'object') {
      within(expression.start.expression);
      expression.start.predicates.forEach(within);
    }
    for (const step of expression.steps) step.predicates.forEach(within);
  }
}
