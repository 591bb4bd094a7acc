import type { Question } from '../definition/index.ts';
import type { QuestionTypeName } from '../questionTypes/index.ts';
import type { Brought } from './typeNames.ts';

/** What the type cell has said of a question. */
export interface Asked extends Pick<Question, 'choices' | 'choicesFrom' | 'file' | 'orOther'> {
  readonly type: QuestionTypeName;
  readonly name: string;
  readonly brings?: Brought | undefined;
  /** Spelling of the type that a default is read by. */
  readonly written: string;
}
