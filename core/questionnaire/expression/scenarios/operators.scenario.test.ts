import { describe, expect, it } from 'vitest';
import { evaluated } from '../rehearsal/rehearse.ts';

describe('operators', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 2 - 3', 5],
    ['7 div 2', 3.5],
    ['-7 mod 3', -1],
    ['--3', 3],
    ['- (2 + 3)', -5],
    ['1 div 0', Infinity],
    ["'2' * '3'", 6],
    ["'1,5' + 1", 2.5],
    ['1e3 + 1', 1001],
    ['2mod2', 0],
  ])('%s gives %s', (expression, value) => {
    expect(evaluated(expression)).toBe(value);
  });

  it('spreads NaN from a blank answer', () => {
    expect(evaluated('/data/age + 1', { tree: { data: { age: '' } } })).toBeNaN();
  });

  it.each([
    ["1 = '1.0'", true],
    ["'1' = '1.0'", false],
    ['6.1 - 7.8 = -1.7', true],
    ["true() = 'false'", true],
    ['3 > 2 > 1', false],
    ["'b' > 'a'", false],
    ['1 or unknown()', true],
    ['0 and unknown()', false],
    ['1or0', true],
    ["'2026-11-20' < '2026-11-21'", true],
  ])('%s is %s', (expression, value) => {
    expect(evaluated(expression)).toBe(value);
  });
});

describe('node-sets in comparisons', () => {
  const tree = { data: { child: [{ age: '4' }, { age: '7' }], none: '' } };

  it.each([
    ['/data/child/age = 7', true],
    ['/data/child/age != 7', true],
    ["/data/child/age = '5'", false],
    ['/data/child/age > 6', true],
    ['/data/child/age > 7', false],
    ["/data/missing = ''", false],
    ["/data/missing != ''", false],
    ["/data/none = ''", true],
    ['/data/child/age = /data/child[2]/age', true],
  ])('%s is %s', (expression, value) => {
    expect(evaluated(expression, { tree })).toBe(value);
  });

  it('treats an irrelevant question as blank, and leaves it out of node-sets', () => {
    const irrelevant = {
      tree: { data: { a: 'x', b: 'y' } },
      prepare: (document: { at(path: string): { relevant: boolean } }) => {
        document.at('/data/a').relevant = false;
      },
    };
    expect(evaluated("/data/a = ''", irrelevant)).toBe(true);
    expect(evaluated("/data/a = 'x'", irrelevant)).toBe(false);
    expect(evaluated('count(/data/*)', irrelevant)).toBe(1);
    expect(evaluated('string(/data/a)', irrelevant)).toBe('');
  });
});
