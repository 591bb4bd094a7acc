import { defineMatrix } from './families/defineMatrix.ts';
import { numberParameter } from './families/parameter.ts';

export const ratingMatrix = defineMatrix({
  name: 'rating-matrix',
  about: 'A rating of each row of a list on one scale, 1 being the lowest',
  parameters: {
    points: { kind: 'integer', least: 2, most: 11, fallback: '5' },
    scale: { kind: 'list' },
    'all-rows': { kind: 'boolean', fallback: 'false' },
  },
  parts: (offered) => offered.map(({ name }) => name),
  interval: (question) => ({ start: 1, end: numberParameter(question, 'points', 5), step: 1 }),
});
