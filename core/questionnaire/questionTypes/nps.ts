import { defineScale } from './families/defineScale.ts';

export const nps = defineScale({
  name: 'nps',
  about: 'How likely to recommend, 0 to 10',
  least: 0,
  points: [11],
});
