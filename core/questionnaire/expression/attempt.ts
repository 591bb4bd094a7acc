import { err, ok } from '../../kernel/index.ts';
import type { Result } from '../../kernel/index.ts';
import { EvaluationFailure } from './problem.ts';

/** Runs an evaluation and turns its failure into a value; bugs still throw. */
export function attempt<T>(evaluate: () => T): Result<T, string> {
  try {
    return ok(evaluate());
  } catch (failure) {
    if (failure instanceof EvaluationFailure) return err(failure.message);
    throw failure;
  }
}
