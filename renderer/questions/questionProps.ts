import type { AnswerValue, QuestionView } from '../../core/questionnaire/index.ts';

/** The few words that questions need beside their own, in the language of the interface. */
export interface QuestionWords {
  readonly cannotBeShown: string;
  /** Names of the faces for a question that brings none, from worst to best. */
  readonly faces: readonly [string, string, string, string, string];
}

export interface Given {
  /** Which of several parts was touched, where a question has parts. */
  readonly part?: string;
  /** Nothing more can be said to this question. */
  readonly complete: boolean;
}

/** What every question is drawn from. Questions know nothing of where they stand: terminal, tablet or the builder's preview. */
export interface QuestionProps {
  readonly view: QuestionView;
  /** The id of the element that asks. */
  readonly labelId: string;
  readonly words: QuestionWords;
  /** Written but not handed in yet. */
  readonly typed: string | undefined;
  readonly onAnswer: (value: AnswerValue, given: Given) => void;
  readonly onType: (text: string) => void;
}
