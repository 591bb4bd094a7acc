import type { Question } from '../../definition/index.ts';
import type { AnswerProblem, AnswerValue, QuestionTypeName } from '../../questionTypes/index.ts';

/** File names of a text's media in the current language. */
export interface MediaView {
  readonly image?: string;
  readonly bigImage?: string;
  readonly audio?: string;
  readonly video?: string;
}

export interface ChoiceView {
  readonly name: string;
  readonly label: string;
  readonly media?: MediaView;
  readonly exclusive?: boolean;
  readonly columns?: Readonly<Record<string, string>>;
}

/** What is to be mended before going on. */
export interface Violation {
  readonly kind: 'constraint' | 'required' | 'type';
  /** The questionnaire's own message; screens have a standard one for when it is missing. */
  readonly message?: string;
  readonly problem?: AnswerProblem;
}

/** An answer that is unusual; `reason` once it was confirmed. */
export interface Warning {
  readonly message?: string;
  readonly reason?: string;
}

/** A question as it is to be shown now: texts in the current language, answers piped in. */
export interface QuestionView {
  readonly path: string;
  readonly name: string;
  readonly type: QuestionTypeName;
  readonly label: string;
  readonly hint?: string;
  readonly guidanceHint?: string;
  readonly media?: MediaView;
  /** Filtered, and in random order when asked for; empty for types without choices. */
  readonly choices: readonly ChoiceView[];
  /** The answer; or, after a refusal, what the respondent gave. */
  readonly value: AnswerValue;
  /** Further lists that parameters name, by parameter: names of the points, opposite poles, labels of ticks. */
  readonly lists?: Readonly<Record<string, readonly ChoiceView[]>>;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly relevant: boolean;
  readonly violation?: Violation;
  readonly warning?: Warning;
  /** Words. */
  readonly appearance: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
  readonly question: Question;
}

/** A group or repeat instance that the questions shown are inside of, outermost first. */
export interface SectionView {
  readonly path: string;
  readonly label: string;
  /** 1-based, for repeat instances. */
  readonly position?: number;
  /** People may take this instance away again. */
  readonly removable?: true;
}

export type Screen =
  | {
      readonly kind: 'questions';
      /** One question, or all relevant ones of a field-list group. */
      readonly questions: readonly QuestionView[];
      readonly sections: readonly SectionView[];
    }
  | {
      /** After the instances of a repeat that people extend themselves: add another, or go on. */
      readonly kind: 'repeat';
      readonly path: string;
      readonly label: string;
      readonly count: number;
      readonly sections: readonly SectionView[];
    }
  | { readonly kind: 'end' };

export interface Progress {
  /** 1-based number of the present screen among those relevant now; `total` + 1 at the end. */
  readonly position: number;
  readonly total: number;
}
