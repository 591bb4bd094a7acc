import { defineScale } from './families/defineScale.ts';

export const ces = defineScale({
  name: 'ces',
  about: 'How easy it was, 1 to 7',
  least: 1,
  points: [7],
});
