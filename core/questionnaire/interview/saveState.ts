import type { Result } from '../../kernel/index.ts';
import type { AttachedLists, StartProblem } from './circumstances.ts';
import type { Interview } from './interview.ts';
import type { Questionnaire } from './questionnaire.ts';

/** Plain JSON, enough to go on as if one had never left. Attached lists are not part of it. */
export interface SavedInterview {
  readonly saved: 1;
}

export function saveState(_interview: Interview): SavedInterview {
  throw new Error('not built yet');
}

/** `saved` may come from storage: it is parsed, and refused with a reason when it does not fit the questionnaire. */
export function resumeInterview(
  _questionnaire: Questionnaire,
  _saved: unknown,
  _attached: { readonly lists?: AttachedLists } = {},
): Result<Interview, StartProblem> {
  throw new Error('not built yet');
}
