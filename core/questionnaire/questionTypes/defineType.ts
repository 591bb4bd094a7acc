import { ok } from '../../kernel/index.ts';
import type { AnswerValue } from './answerValue.ts';
import type { Codec } from './codecs/codec.ts';
import type { AnswerProblem, AskedQuestion, FlatCell, OfferedChoice, QuestionType } from './questionType.ts';
import { specialOf, specialText } from './special.ts';

type Described = Pick<QuestionType, 'name' | 'about' | 'xform'>;
type Defaulted = Pick<QuestionType, 'asked' | 'choices' | 'parameters' | 'appearances' | 'flatColumns'>;
type Optional = Pick<QuestionType, 'parameterProblems' | 'nearest'>;

/** A type as its file describes it, over values of its own kind. */
export interface TypeDescription<Value extends AnswerValue> extends Described, Partial<Defaulted>, Optional {
  readonly codec: Codec<Value>;
  readonly check?: (
    value: Value,
    question: AskedQuestion,
    offered: readonly OfferedChoice[],
  ) => readonly AnswerProblem[];
  /** Needed with `flatColumns`. */
  readonly cells?: (
    value: Value,
    question: AskedQuestion,
    offered: readonly OfferedChoice[],
  ) => readonly FlatCell[];
}

const nothing: readonly AnswerProblem[] = [];

/** Makes a type whose blank, special answers and defaults are those of every type. */
export function defineType<Value extends AnswerValue>(description: TypeDescription<Value>): QuestionType {
  const { codec, check, cells, ...rest } = description;
  const flatColumns = rest.flatColumns ?? (() => [{ suffix: '', kind: codec.column }]);
  const own = (value: AnswerValue): Value | null => {
    const decoded = codec.decode(value);
    if (!decoded.ok) throw new Error(`not a value of type ${rest.name}: ${JSON.stringify(value)}`);
    return decoded.value;
  };
  return {
    asked: true,
    choices: 'none',
    parameters: {},
    appearances: [],
    ...rest,
    flatColumns,
    decode: (raw) => {
      if (raw === null || raw === undefined || raw === '') return ok(null);
      const special = specialOf(raw);
      return special === undefined ? codec.decode(raw) : ok(special);
    },
    encode: (value) => {
      if (value === null) return '';
      const special = specialOf(value);
      if (special !== undefined) return specialText(special);
      const decoded = own(value);
      return decoded === null ? '' : codec.encode(decoded);
    },
    validate: (value, question, offered) => {
      if (value === null) return nothing;
      const special = specialOf(value);
      if (special !== undefined) {
        return question.specialAnswers?.includes(special.special) === true
          ? nothing
          : [{ code: 'specialNotOffered' }];
      }
      const decoded = codec.decode(value);
      if (!decoded.ok) return [decoded.error];
      return decoded.value === null || check === undefined
        ? nothing
        : check(decoded.value, question, offered);
    },
    flatCells: (value, question, offered) => {
      const blanks = flatColumns(question, offered).map(() => null);
      const special = specialOf(value);
      if (special !== undefined) return blanks.map((blank, index) => (index === 0 ? special : blank));
      const decoded = value === null ? null : own(value);
      if (decoded === null) return blanks;
      return cells === undefined ? [codec.cell(decoded)] : cells(decoded, question, offered);
    },
  };
}
