/**
 * What is wrong with an expression, at which 0-based offset of its text, in words a questionnaire's author can act on:
 * what is wrong and how to mend it.
 */
export interface ExpressionProblem {
  readonly position: number;
  readonly message: string;
}

/**
 * An evaluation that has no answer (`date('not a date')`, a regular expression that takes too long). Thrown by the closures of a
 * compiled expression, as wrapping each number in a Result would cost more than computing it; `attempt` turns it into a value.
 */
export class EvaluationFailure extends Error {
  override readonly name = 'EvaluationFailure';
}
