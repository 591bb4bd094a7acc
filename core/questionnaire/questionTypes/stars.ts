import { defineScale } from './families/defineScale.ts';

export const stars = defineScale({
  name: 'stars',
  about: 'Stars, 1 being the fewest',
  least: 1,
  points: [5, 3, 4, 6, 7, 10],
});
