import { checkChoices, choiceCells, choiceColumns, defineSelectMany } from './families/defineSelectMany.ts';
import { wordParameter } from './families/parameter.ts';
import { randomOrder } from './families/selectParameters.ts';
import { nearestWord } from './nearestWord.ts';
import type { AskedQuestion } from './questionType.ts';

const takesSeveral = (question: AskedQuestion): boolean =>
  wordParameter(question, 'multiple', 'false') === 'true';

export const pictureChoice = defineSelectMany({
  name: 'picture-choice',
  about: 'One picture, or several with multiple=true',
  choices: 'list',
  parameters: { ...randomOrder, multiple: { kind: 'boolean', fallback: 'false' } },
  appearances: ['columns', 'columns-*'],
  xform: (question) => ({ control: takesSeveral(question) ? 'select' : 'select1', bind: 'string' }),
  check: (names, question, offered) => {
    const problems = checkChoices(names, offered);
    if (takesSeveral(question) || names.length < 2) return problems;
    return [...problems, { code: 'tooManyChoices', limit: 1 }];
  },
  flatColumns: (question, offered) =>
    takesSeveral(question) ? choiceColumns(offered) : [{ suffix: '', kind: 'text' }],
  cells: (names, question, offered) =>
    takesSeveral(question) ? choiceCells(names, offered) : [names.join(' ')],
  nearest: (question) => ({
    type: takesSeveral(question) ? 'select_multiple' : 'select_one',
    appearance: `columns-pack no-buttons ${nearestWord('picture-choice', question)}`,
  }),
});
