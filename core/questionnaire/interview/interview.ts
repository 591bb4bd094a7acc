import type { Questionnaire } from './questionnaire.ts';
import type { InterviewState } from './state/interviewState.ts';

/**
 * A running interview, as it is after one event. Its state is kept in place for speed: an interview that an event was
 * applied to is spent, and applying another event to it is a bug that throws. Read and apply only the latest.
 */
export interface Interview {
  readonly questionnaire: Questionnaire;
  /** Counts the events taken; differs whenever anything may look different. */
  readonly revision: number;
  readonly state: InterviewState;
}
