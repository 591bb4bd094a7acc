import type { Result } from '../../kernel/index.ts';
import type { Interview, StartOptions, StartProblem } from './interview.ts';
import type { Questionnaire } from './questionnaire.ts';

export function startInterview(
  _questionnaire: Questionnaire,
  _options: StartOptions,
): Result<Interview, StartProblem> {
  throw new Error('not built yet');
}
