import type { AnswerProblem } from '../questionTypes/index.ts';
import type { Interview } from './interview.ts';

/**
 * Everything that can happen in an interview. `at`: milliseconds since 1970 UTC when it happened, for now() and today();
 * left out, time stands where the last event put it. Paths are absolute with 1-based positions for repeats: `/data/visit[2]/shop`.
 */
export type InterviewEvent = InterviewStep & { readonly at?: number };

export type InterviewStep =
  /** `value` as the question type's codec reads it: an AnswerValue or an XForms string; `null` or '' clears. */
  | { readonly kind: 'answer'; readonly path: string; readonly value: unknown }
  /** Keeps an answer against its warning, with the reason that the interviewer gave. */
  | { readonly kind: 'confirm'; readonly path: string; readonly reason: string }
  /** Adds an instance at the end of the repeat, e.g. `/data/visit`. */
  | { readonly kind: 'addRepeat'; readonly path: string }
  /** Removes one instance, e.g. `/data/visit[2]`. */
  | { readonly kind: 'removeRepeat'; readonly path: string }
  | { readonly kind: 'next' }
  | { readonly kind: 'back' }
  /** Shows the screen with this question. */
  | { readonly kind: 'goTo'; readonly path: string }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'finish' };

/** Why an event was not taken. Screens turn `reason` into words of their own where there is no `message`. */
export interface Refusal {
  readonly reason:
    | 'constraint' // the answer breaks the question's constraint; it is not kept
    | 'required' // blank, but must not be
    | 'type' // no answer of the question's type; `problem` says why
    | 'warning' // should be confirmed with a reason before going on
    | 'readOnly'
    | 'irrelevant' // not asked in the present state
    | 'unknownPath'
    | 'unknownLanguage'
    | 'counted' // instances follow the repeat's count
    | 'tooMany' // no more instances: see `limits`
    | 'noFurther' // already at the first or last screen
    | 'finished';
  /** The question in the way, when it is another than the event's own. */
  readonly path?: string;
  /** The questionnaire's own message in the current language. */
  readonly message?: string;
  readonly problem?: AnswerProblem;
}

export interface Change {
  readonly path: string;
  /**
   * What is different. `added` and `removed` tell of repeat instances, and stand alone. `due`: a background reading of the place
   * was triggered, which whoever runs the interview takes and gives as the question's answer.
   */
  readonly what: readonly ('value' | 'relevant' | 'required' | 'readOnly' | 'due' | 'added' | 'removed')[];
}

export interface Outcome {
  readonly interview: Interview;
  /** What the event changed in the data, the event's own answer included, in no particular order. */
  readonly changes: readonly Change[];
  /** Set when the event was not taken. A refused answer stays on its screen (see QuestionView) but not in the data. */
  readonly refused?: Refusal;
}
