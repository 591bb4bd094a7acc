import { trimmedCodec } from '../codecs/textCodec.ts';
import { defineType } from '../defineType.ts';
import type { ChoiceSource, ParameterRule, QuestionType, XFormShape } from '../questionType.ts';
import { oneAppearances, seedProblems } from './selectParameters.ts';

interface SelectOneDescription {
  readonly name: string;
  readonly about: string;
  readonly choices: ChoiceSource;
  readonly parameters: Readonly<Record<string, ParameterRule>>;
  readonly control?: XFormShape['control'];
}

/** One choice, kept as its name. */
export function defineSelectOne({ control = 'select1', ...rest }: SelectOneDescription): QuestionType {
  return defineType({
    ...rest,
    codec: trimmedCodec,
    parameterProblems: seedProblems,
    appearances: oneAppearances,
    xform: () => ({ control, bind: 'string' }),
    check: (name, _question, offered) =>
      offered.some((choice) => choice.name === name) ? [] : [{ code: 'notAChoice', part: name }],
  });
}
