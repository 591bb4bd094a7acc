import { err } from '../../../kernel/index.ts';
import type { Result } from '../../../kernel/index.ts';
import type { AnswerValue } from '../answerValue.ts';
import type { AnswerProblem, FlatCell, FlatColumn } from '../questionType.ts';

/** How values of one kind are read and written. Blank and special answers never reach a codec. */
export interface Codec<Value extends AnswerValue> {
  /** Takes the XForms string as well as the value itself, so that encoding and decoding again changes nothing. */
  readonly decode: (raw: unknown) => Result<Value | null, AnswerProblem>;
  readonly encode: (value: Value) => string;
  readonly column: FlatColumn['kind'];
  /** The value in a flat export, where one cell is enough for it. */
  readonly cell: (value: Value) => FlatCell;
}

export const malformed = err<AnswerProblem>({ code: 'malformed' });
