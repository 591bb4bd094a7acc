import type { Result } from '../../../kernel/index.ts';
import type { ExpressionProblem } from '../problem.ts';
import type { Expression } from './expression.ts';

/** Reads the text of an ODK XForms expression. Longer than 131,072 characters or nested deeper than 500 is a problem, not a crash. */
export function parseExpression(_text: string): Result<Expression, ExpressionProblem> {
  throw new Error('not built yet');
}
