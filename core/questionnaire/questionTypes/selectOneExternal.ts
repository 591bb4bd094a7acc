import { defineSelectOne } from './families/defineSelectOne.ts';

export const selectOneExternal = defineSelectOne({
  name: 'select_one_external',
  about: 'One choice of a list that is too long for the questionnaire itself',
  choices: 'externalList',
  parameters: {},
  control: 'input',
});
