import { defineMatrix, partNumber } from './families/defineMatrix.ts';
import { numberParameter } from './families/parameter.ts';

export const constantSum = defineMatrix({
  name: 'constant-sum',
  about: 'Points shared out among the rows of a list; rows left out get none',
  parameters: { total: { kind: 'integer', least: 1, most: 1_000_000, fallback: '100' } },
  parts: (offered) => offered.map(({ name }) => name),
  interval: (question) => ({ start: 0, end: numberParameter(question, 'total', 100), step: 1 }),
  checkWhole: (parts, question, names) => {
    const total = numberParameter(question, 'total', 100);
    const sum = names
      .map((name) => partNumber(parts, name) || 0)
      .reduce((before, points) => before + points, 0);
    return sum === total ? [] : [{ code: 'wrongTotal', limit: total }];
  },
});
