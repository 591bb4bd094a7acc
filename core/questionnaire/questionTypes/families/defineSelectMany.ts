import { choicesCodec } from '../codecs/choicesCodec.ts';
import { defineType } from '../defineType.ts';
import type { TypeDescription } from '../defineType.ts';
import type { AnswerProblem, FlatCell, FlatColumn, OfferedChoice, QuestionType } from '../questionType.ts';
import { seedProblems } from './selectParameters.ts';

/** Names that are offered, each once; an exclusive one stands alone. */
export function checkChoices(
  names: readonly string[],
  offered: readonly OfferedChoice[],
): readonly AnswerProblem[] {
  const wanted = new Set(names);
  const found = offered.filter((choice) => wanted.has(choice.name));
  const known = new Set(found.map((choice) => choice.name));
  const problems: AnswerProblem[] = [];
  const seen = new Set<string>();
  for (const name of names) {
    if (!known.has(name)) problems.push({ code: 'notAChoice', part: name });
    else if (seen.has(name)) problems.push({ code: 'repeatedChoice', part: name });
    seen.add(name);
  }
  const alone = wanted.size > 1 ? found.find((choice) => choice.exclusive === true) : undefined;
  return alone === undefined ? problems : [...problems, { code: 'exclusiveChoice', part: alone.name }];
}

/** The list as one text, then a column of 0 and 1 for each choice. */
export const choiceColumns = (offered: readonly OfferedChoice[]): readonly FlatColumn[] => [
  { suffix: '', kind: 'text' },
  ...offered.map((choice): FlatColumn => ({ suffix: choice.name, kind: 'boolean' })),
];

export function choiceCells(
  names: readonly string[],
  offered: readonly OfferedChoice[],
): readonly FlatCell[] {
  const chosen = new Set(names);
  return [names.join(' '), ...offered.map((choice) => (chosen.has(choice.name) ? 1 : 0))];
}

type SelectManyDescription = Pick<
  TypeDescription<readonly string[]>,
  'name' | 'about' | 'parameters' | 'appearances' | 'xform' | 'nearest'
> &
  Required<Pick<QuestionType, 'choices'>> &
  Pick<TypeDescription<readonly string[]>, 'check' | 'flatColumns' | 'cells'>;

/** Several choices, kept as their names in the order of choosing. */
export function defineSelectMany(description: SelectManyDescription): QuestionType {
  return defineType({
    codec: choicesCodec,
    parameterProblems: seedProblems,
    check: (names, _question, offered) => checkChoices(names, offered),
    flatColumns: (_question, offered) => choiceColumns(offered),
    cells: (names, _question, offered) => choiceCells(names, offered),
    ...description,
  });
}
