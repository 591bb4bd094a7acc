import { defineSelectMany } from './families/defineSelectMany.ts';
import { randomOrder, manyAppearances } from './families/selectParameters.ts';

export const selectMultiple = defineSelectMany({
  name: 'select_multiple',
  about: 'Any number of choices',
  choices: 'list',
  parameters: randomOrder,
  appearances: manyAppearances,
  xform: () => ({ control: 'select', bind: 'string' }),
});
