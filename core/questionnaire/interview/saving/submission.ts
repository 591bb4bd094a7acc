import type { StartOptions, StartProblem } from '../circumstances.ts';
import type { Interview } from '../interview.ts';

export interface ContinueOptions extends Omit<StartOptions, 'preloaded'> {
  /**
   * `goOn`: the same response goes on under its own id. `edit`: another version of a response that was sent already; it gets
   * an id of its own and names the one it replaces as `meta/deprecatedID` (OpenRosa's metadata schema).
   */
  readonly purpose: 'goOn' | 'edit';
}

export interface Continued {
  readonly interview: Interview;
  /** What the submission says and the questionnaire has no place for. */
  readonly leftOut: readonly StartProblem[];
}
