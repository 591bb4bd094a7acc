import { defineSelectMany } from './families/defineSelectMany.ts';
import { fileColumns, manyAppearances } from './families/selectParameters.ts';

export const selectMultipleFromFile = defineSelectMany({
  name: 'select_multiple_from_file',
  about: 'Any number of choices of an attached list',
  choices: 'file',
  parameters: fileColumns,
  appearances: manyAppearances,
  xform: () => ({ control: 'select', bind: 'string' }),
});
