import { defineSelectOne } from './families/defineSelectOne.ts';
import { randomOrder } from './families/selectParameters.ts';

export const selectOne = defineSelectOne({
  name: 'select_one',
  about: 'One choice',
  choices: 'list',
  parameters: randomOrder,
});
