import type { Result } from '../../kernel/index.ts';
import type { Definition } from '../definition/index.ts';
import type { CompileProblem } from './problem.ts';
import type { Questionnaire } from './questionnaire.ts';

/** Compiles a definition, once. Problems are those that leave no way to run it: see the static checks for the others. */
export function compileQuestionnaire(
  _definition: Definition,
): Result<Questionnaire, readonly CompileProblem[]> {
  throw new Error('not built yet');
}
