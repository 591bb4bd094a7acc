import { err, ok } from '../../../kernel/index.ts';
import type { Result } from '../../../kernel/index.ts';
import type { ExpressionProblem } from '../problem.ts';
import type { Expression } from './expression.ts';
import { parseOperators } from './parseOperators.ts';
import { tokenise } from './tokenise.ts';
import { SyntaxFailure, TokenStream } from './tokenStream.ts';

/** Twice what the largest expressions of published forms take once every `${name}` is spelled out as a path. */
const MAX_LENGTH = 131_072;

/** Reads the text of an ODK XForms expression. Longer than 131,072 characters or nested deeper than 400 is a problem, not a crash. */
export function parseExpression(text: string): Result<Expression, ExpressionProblem> {
  if (text.length > MAX_LENGTH) {
    return err({
      position: MAX_LENGTH,
      message: `The expression has ${text.length} characters, more than ${MAX_LENGTH}: split it over several calculate questions.`,
    });
  }
  const tokens = tokenise(text);
  if (!tokens.ok) return tokens;
  const stream = new TokenStream(tokens.value, (nested) => parseOperators(nested, 0));
  try {
    const expression = stream.nested();
    stream.expectEnd();
    return ok(expression);
  } catch (failure) {
    if (failure instanceof SyntaxFailure)
      return err({ position: failure.position, message: failure.message });
    throw failure;
  }
}
