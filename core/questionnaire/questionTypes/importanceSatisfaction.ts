import { defineMatrix } from './families/defineMatrix.ts';
import { numberParameter } from './families/parameter.ts';

export const importanceSatisfaction = defineMatrix({
  name: 'importance-satisfaction',
  about:
    'How important and how satisfying, for each row of a list: what the customer satisfaction index is made of',
  parameters: {
    points: { kind: 'integer', least: 2, most: 11, fallback: '10' },
    'all-rows': { kind: 'boolean', fallback: 'false' },
  },
  parts: (offered) => offered.flatMap(({ name }) => [`${name}/importance`, `${name}/satisfaction`]),
  interval: (question) => ({ start: 1, end: numberParameter(question, 'points', 10), step: 1 }),
});
