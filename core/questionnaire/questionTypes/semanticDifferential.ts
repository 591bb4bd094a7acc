import { defineMatrix } from './families/defineMatrix.ts';
import { numberParameter } from './families/parameter.ts';

export const semanticDifferential = defineMatrix({
  name: 'semantic-differential',
  about:
    'A place between two opposites for each row: 1 is the pole of the list, the last point the pole of the list `poles`',
  parameters: {
    poles: { kind: 'list', required: true },
    points: { kind: 'integer', least: 2, most: 11, fallback: '7' },
    'all-rows': { kind: 'boolean', fallback: 'false' },
  },
  parts: (offered) => offered.map(({ name }) => name),
  interval: (question) => ({ start: 1, end: numberParameter(question, 'points', 7), step: 1 }),
});
