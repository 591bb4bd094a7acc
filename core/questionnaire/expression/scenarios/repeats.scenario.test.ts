import { describe, expect, it } from 'vitest';
import { evaluated } from '../rehearsal/rehearse.ts';

const tree = {
  data: {
    pick: '2',
    house: [
      { name: 'A', person: [{ age: '4' }, { age: '40' }] },
      { name: 'B', person: [{ age: '70' }, { age: '71' }] },
    ],
  },
};

describe('indexed-repeat', () => {
  it.each([
    ['indexed-repeat(/data/house/name, /data/house, 2)', ['B']],
    ['indexed-repeat(/data/house/name, /data/house, /data/pick)', ['B']],
    ['indexed-repeat(/data/house/person/age, /data/house, 2, /data/house/person, 1)', ['70']],
    ['indexed-repeat(/data/house/person/age, /data/house/person, 1, /data/house, 2)', ['70']],
    ['indexed-repeat(/data/house/name, /data/house, 0)', ['A']],
    ['indexed-repeat(/data/house/name, /data/house, 3)', []],
    ["indexed-repeat(/data/house/name, /data/house, 'x')", []],
    ['indexed-repeat(//age[. > 50], /data/house, 2)', ['70', '71']],
  ])('%s', (expression, texts) => {
    expect(evaluated(expression, { tree })).toEqual(texts);
  });

  it('takes pairs of repeat and index only', () => {
    expect(evaluated('indexed-repeat(/data/house/name, /data/house)', { tree })).toEqual({
      failure: 'indexed-repeat() takes 3, 5, 7, 9 or 11 arguments, not 2.',
    });
  });
});

describe('sums over repeats', () => {
  it.each([
    ['sum(/data/house/person/age)', 185],
    ['count(/data/house[count(person) = 2])', 2],
    ["join(', ', /data/house/name)", 'A, B'],
    ['max(/data/house[1]/person/age)', 40],
    ['sum(/data/house[position() < 2]/person/age)', 44],
  ])('%s gives %s', (expression, value) => {
    expect(evaluated(expression, { tree })).toBe(value);
  });
});
