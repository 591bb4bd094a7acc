import { defineSelectOne } from './families/defineSelectOne.ts';
import { fileColumns } from './families/selectParameters.ts';

export const selectOneFromFile = defineSelectOne({
  name: 'select_one_from_file',
  about: 'One choice of an attached list',
  choices: 'file',
  parameters: fileColumns,
});
