import { describe, expect, it } from 'vitest';
import { matches } from './matches.ts';
import { parsePattern } from './parsePattern.ts';
import { compileProgram } from './program.ts';

const found = (pattern: string, text: string): boolean =>
  matches(compileProgram(parsePattern(pattern)), text, true);
const whole = (pattern: string, text: string): boolean =>
  matches(compileProgram(parsePattern(pattern)), text, false);

describe('regular expressions', () => {
  it.each([
    ['[0-9]{3}', '1234', true, false],
    ['^\\d{3}-\\d{2}$', '123-45', true, true],
    ['a|bc', 'xbcx', true, false],
    ['colou?r', 'color', true, true],
    ['^$', '', true, true],
    ['(?i)latvija', 'LATVIJA', true, true],
    ['[^\\s@]+@[^\\s@]+', 'anna@example.lv', true, true],
    ['\\p{Lu}\\p{Ll}+', 'Ēriks', true, true],
    ['^(?=.*\\d)(?=.*[a-z]).{4,}$', 'abc1', true, true],
    ['^(?!00)\\d+$', '0012', false, false],
    ['(?<=€)\\d+', '€12', true, false],
    ['(?<!€)12', '€12', false, false],
    ['\\bno\\b', 'say no!', true, false],
    ['[a-z&&[^aeiou]]+', 'xyz', true, true],
    ['[\\w.-]+', 'a.b-c', true, true],
    ['[]a]', ']', true, true],
    ['a{2,3}', 'aaaa', true, false],
    ['a{,3}', 'a{,3}', true, true],
    ['.', '😀', true, true],
    ['\\u0041\\x42\\.', 'AB.', true, true],
    ['(a*)*b', 'aab', true, true],
    ['^x*?y+?$', 'xxyy', true, true],
  ])('%s on %s', (pattern, text, anywhere, entirely) => {
    expect(found(pattern, text)).toBe(anywhere);
    expect(whole(pattern, text)).toBe(entirely);
  });

  it.each([
    '(a',
    'a)',
    '*a',
    '[z-a]',
    'a{3,2}',
    '(a)\\1',
    '\\p{Nonsense}',
    '[a',
    '((a{1,1000}){1,1000}){1,1000}',
  ])('refuses %s with a reason', (pattern) => {
    expect(() => found(pattern, 'a')).toThrow(/regular expression/);
  });

  it('is not to be hung by patterns that backtracking engines run on for ever', () => {
    const text = `${'a'.repeat(5_000)}!`;
    for (const pattern of ['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '^(.*a){20}$'])
      expect(found(pattern, text)).toBe(false);
    expect(() => found('(?=.*(?=.*(?=.*b)))c', text)).toThrow(/takes too long/);
  });
});
