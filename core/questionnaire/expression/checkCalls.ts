import { checkCall } from './functions/checkCall.ts';
import { patternProblem } from './functions/regexFunction.ts';
import type { ExpressionProblem } from './problem.ts';
import type { Expression, FunctionCall } from './syntax/expression.ts';
import { callsIn } from './syntax/callsIn.ts';

/** Unknown functions, wrong numbers of arguments, and regular expressions that can not work, wherever they stand. */
export function checkCalls(expression: Expression): readonly ExpressionProblem[] {
  return callsIn(expression).flatMap((call) => {
    const message = problemOf(call);
    return message === undefined ? [] : [{ position: call.at, message }];
  });
}

function problemOf({ name, args }: FunctionCall): string | undefined {
  const { problem } = checkCall(name, args.length);
  if (problem !== undefined) return problem;
  const pattern = name === 'regex' ? args[1] : undefined;
  return pattern?.kind === 'string' ? patternProblem(pattern.value) : undefined;
}
