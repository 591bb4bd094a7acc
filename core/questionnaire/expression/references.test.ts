import { describe, expect, it } from 'vitest';
import { checkCalls } from './checkCalls.ts';
import type { References } from './references.ts';
import { referencesOf } from './references.ts';
import { parseExpression } from './syntax/parseExpression.ts';

function of(text: string): References {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return referencesOf(parsed.value);
}

const pathsOf = (text: string): string[] =>
  of(text).paths.map(({ anchor, steps }) =>
    [anchor, ...steps.map(({ axis, test }) => (axis === 'child' ? test : axis))].join('/'),
  );

describe('what an expression refers to', () => {
  it('names', () => {
    expect(of("${a} + ${last-saved#b} > jr:choice-name(${c}, '${d}')").names).toMatchObject([
      { name: 'a', lastSaved: false, at: 0 },
      { name: 'b', lastSaved: true },
      { name: 'd' },
      { name: 'c' },
    ]);
    expect(of('indexed-repeat(${x}, ${rep}, ${n})').names.map(({ reach }) => reach)).toEqual([
      'all',
      'all',
      'nearest',
    ]);
  });

  it('paths, cut before predicates', () => {
    expect(pathsOf('/data/a + ../b')).toEqual(['root/data/a', 'current/parent/b']);
    expect(pathsOf('/data/rep[x = current()/../y]/z')).toEqual(['root/data', 'current/parent/y']);
    expect(pathsOf("instance('l')/root/item[name = /data/a]")).toEqual(['root/data/a']);
  });

  it('lists and their columns', () => {
    expect(of("instance('l')/root/item[name = ${a} and size > 3]").instances).toMatchObject([{ id: 'l' }]);
    expect(of("instance('l')/root/item[name = ${a} and size > 3]").columns).toMatchObject([
      { name: 'name' },
      { name: 'size' },
    ]);
    expect(of("pulldata('l', 'a', 'b', 'c')").instances).toMatchObject([{ id: 'l' }]);
    expect(of('instance(${which})/root/item').instances).toMatchObject([{ id: null }]);
  });

  it.each([
    ['now()', { volatile: true }],
    ['randomize(/data/a)', { volatile: true }],
    ['randomize(/data/a, 3)', { volatile: false }],
    ['position(..)', { positional: true }],
    ['. > 3', { self: true }],
    ['/data/a[. > 3]', { self: false }],
    ['once(1)', { self: true }],
    ['${a}', { volatile: false, positional: false, self: false }],
  ])('%s', (text, expected) => {
    expect(of(text)).toMatchObject(expected);
  });
});

describe('calls that can not work', () => {
  const problems = (text: string): string[] => {
    const parsed = parseExpression(text);
    return parsed.ok
      ? checkCalls(parsed.value).map(({ position, message }) => `${position}: ${message}`)
      : [];
  };

  it.each([
    ['concat(1)', []],
    ['contcat(1)', ['0: There is no function contcat(). Did you mean concat()?']],
    ['1 + pulldata(1)', ['4: pulldata() takes 4 arguments, not 1.']],
    ['a[selected(.)]', ['2: selected() takes 2 arguments, not 1.']],
    [
      'weighted-checklist(1, 2, 3)',
      ['0: weighted-checklist() takes an even number of arguments, at least 2, not 3.'],
    ],
    ["regex(., '(')", ['0: The regular expression "(" can not be used: a bracket is not closed.']],
    ['round()', ['0: round() takes 1 to 2 arguments, not 0.']],
  ])('%s', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});
