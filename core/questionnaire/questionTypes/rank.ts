import type { AnswerProblem, OfferedChoice } from './questionType.ts';
import { checkChoices, defineSelectMany } from './families/defineSelectMany.ts';
import { randomOrder } from './families/selectParameters.ts';

function missingChoices(
  names: readonly string[],
  offered: readonly OfferedChoice[],
): readonly AnswerProblem[] {
  const ranked = new Set(names);
  return offered
    .filter((choice) => !ranked.has(choice.name))
    .map((choice) => ({ code: 'incomplete', part: choice.name }));
}

export const rank = defineSelectMany({
  name: 'rank',
  about: 'All choices, in order',
  choices: 'list',
  parameters: randomOrder,
  appearances: ['minimal'],
  xform: () => ({ control: 'odk:rank', bind: 'odk:rank' }),
  check: (names, _question, offered) => [
    ...checkChoices(
      names,
      offered.map(({ name }) => ({ name })),
    ),
    ...missingChoices(names, offered),
  ],
  flatColumns: (_question, offered) => [
    { suffix: '', kind: 'text' },
    ...offered.map(({ name }) => ({ suffix: name, kind: 'number' as const })),
  ],
  cells: (names, _question, offered) => [
    names.join(' '),
    ...offered.map(({ name }) => (names.includes(name) ? names.indexOf(name) + 1 : null)),
  ],
});
