import { defineScale } from './families/defineScale.ts';

export const smiley = defineScale({
  name: 'smiley',
  about: 'Faces, 1 being the worst',
  least: 1,
  points: [5, 4],
});
