import { describe, expect, it } from 'vitest';
import { evaluated } from '../rehearsal/rehearse.ts';

const tree = { data: { picked: 'a b c', blank: '', n: ['3', '1', '2'], gap: ['5', '', '7'] } };

describe('texts', () => {
  it.each([
    ["concat('a', 1, true())", 'a1true'],
    ['concat(/data/n)', '312'],
    ["join('-', /data/n, 'x')", '3-1-2-x'],
    ["substr('hello', 1, 3)", 'el'],
    ["substr('hello', -2)", 'lo'],
    ["substring('12345', 2, 3)", '234'],
    ["substring-before('a=b', '=')", 'a'],
    ["substring-after('a=b', '=')", 'b'],
    ["substring-after('ab', '=')", ''],
    ["translate('bar', 'abc', 'AB')", 'BAr'],
    ["normalize-space('  a   b ')", 'a b'],
    ["string-length('😀a')", 2],
    ["ends-with('abc', 'bc')", true],
    ['string(1 div 3)', '0.3333333333333333'],
    ['string(1000000 * 1000000 * 1000000 * 1000000)', '1000000000000000000000000'],
    ["base64-decode('SGVsbG8=')", 'Hello'],
    ["base64-decode('§')", ''],
    ["digest('abc', 'SHA-1', 'hex')", 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ["digest('abc', 'MD5')", 'kAFQmDzST7DWlj99KOF/cg=='],
  ])('%s', (expression, value) => {
    expect(evaluated(expression, { tree })).toBe(value);
  });
});

describe('choices', () => {
  it.each([
    ["selected(/data/picked, 'b')", true],
    ["selected(/data/picked, 'd')", false],
    ["selected('ab', 'a')", false],
    ['count-selected(/data/picked)', 3],
    ['selected-at(/data/picked, 0)', 'a'],
    ['selected-at(/data/picked, 9)', ''],
    ["if(selected(/data/picked, 'a'), 'yes', unknown())", 'yes'],
    ["coalesce(/data/blank, 'other')", 'other'],
    ["coalesce(1 div 'x', 'other')", 'other'],
    ["checklist(1, 2, selected(/data/picked, 'a'), selected(/data/picked, 'z'))", true],
    ['checklist(-1, 1, true(), true())', false],
    ['weighted-checklist(3, -1, true(), 2, true(), 1.5)', true],
    ["boolean-from-string('false')", false],
    ["boolean('false')", true],
  ])('%s', (expression, value) => {
    expect(evaluated(expression, { tree })).toEqual(value);
  });

  it('asks the questionnaire for the name of a choice and for translations', () => {
    const asked = {
      tree,
      choiceName: (value: string, path: string) => `${path}: ${value}`,
      translation: (id: string) => (id === 'hi' ? 'Sveiki' : undefined),
    };
    expect(evaluated("jr:choice-name(selected-at(/data/picked, 1), '${picked}')", asked)).toBe(
      '${picked}: b',
    );
    expect(evaluated("jr:choice-name('', '${picked}')", asked)).toBe('');
    expect(evaluated("jr:itext('hi')", asked)).toBe('Sveiki');
  });

  it('keeps the present value in once()', () => {
    expect(evaluated("once('new')", { tree, at: '/data/picked' })).toBe('a b c');
    expect(evaluated("once('new')", { tree, at: '/data/blank' })).toBe('new');
  });
});

describe('numbers', () => {
  it.each([
    ["round('2.15', 1)", 2.2],
    ['round(-1.5)', -2],
    ['round(1234.5, -2)', 1200],
    ['int(-1.9)', -1],
    ['floor(-1.1)', -2],
    ['pow(2, 10)', 1024],
    ['sum(/data/n)', 6],
    ['min(/data/n)', 1],
    ['max(/data/n, 9)', 9],
    ['count(/data/n)', 3],
    ['count-non-empty(/data/gap)', 2],
    ['sum(/data/gap)', NaN],
    ['max(/data/nothing)', NaN],
    ["number('1.5e3')", NaN],
    ['exp10(2) + log10(100) + sqrt(9) + abs(-1)', 106],
    ['round(pi(), 2)', 3.14],
  ])('%s', (expression, value) => {
    expect(evaluated(expression, { tree })).toBe(value);
  });

  it('leaves blanks out of totals and rounds halves upwards where Collect is followed', () => {
    expect(evaluated('sum(/data/gap)', { tree, collect: true })).toBe(12);
    expect(evaluated('min(/data/gap)', { tree, collect: true })).toBe(5);
    expect(evaluated('round(-1.5)', { collect: true })).toBe(-1);
  });
});
