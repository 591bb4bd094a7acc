import type { AnswerValue, QuestionView } from '../../core/questionnaire/index.ts';
import type { QuestionSay } from './questionWord.ts';

/** The few words that questions need beside their own, in the language of the interface. */
export interface QuestionWords {
  readonly cannotBeShown: string;
  /** Names of the faces for a question that brings none, from worst to best. */
  readonly faces: readonly [string, string, string, string, string];
  /** All others, which no first screen has to wait for. The same promise for as long as the language is the same. */
  readonly later: Promise<QuestionSay>;
}

export interface Given {
  /** Which of several parts was touched, where a question has parts: the same part twice at once is one tap. */
  readonly part?: string;
  /** Nothing more can be said to this question. */
  readonly complete: boolean;
}

/** What every question is drawn from. Questions know nothing of where they stand: terminal, tablet or the builder's preview. */
export interface QuestionProps {
  readonly view: QuestionView;
  /** The id of the element that asks. */
  readonly labelId: string;
  /** Ids of what else is said about it: hint, what is to be mended. */
  readonly describedBy: string | undefined;
  /** It has the screen to itself. */
  readonly alone: boolean;
  /** Of the questionnaire: for names of months and the like. */
  readonly language: string;
  readonly words: QuestionWords;
  /** Address of a file that came with the questionnaire, if it is there. */
  readonly fileUrl?: (name: string) => string | undefined;
  /** Written but not handed in yet, as the XForms text of the type. */
  readonly typed: string | undefined;
  readonly onAnswer: (value: AnswerValue, given: Given) => void;
  /** Takes what is no answer yet: a text that is being written, a ranking that is not complete. An answer replaces it. */
  readonly onType: (text: string) => void;
}

/** What a question that is drawn later is drawn from: its words have arrived. */
export interface DrawnProps extends QuestionProps {
  readonly say: QuestionSay;
}
