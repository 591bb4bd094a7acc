import { defineScale } from './families/defineScale.ts';

export const csat = defineScale({
  name: 'csat',
  about: 'How satisfied, 1 being the least',
  least: 1,
  points: [5, 2, 3, 7, 10],
});
