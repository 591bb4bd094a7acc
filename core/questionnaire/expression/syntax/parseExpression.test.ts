import { describe, expect, it } from 'vitest';
import { parseExpression } from './parseExpression.ts';
import { printExpression } from './printExpression.ts';

const printed = (text: string): string => {
  const parsed = parseExpression(text);
  return parsed.ok ? printExpression(parsed.value) : `${parsed.error.position}: ${parsed.error.message}`;
};

describe('parsing', () => {
  it.each([
    ['a+b * c', 'a + b * c'],
    ['(a + b) * c', '(a + b) * c'],
    ['a - (b - c)', 'a - (b - c)'],
    ['-(a)', '-a'],
    ['- - 1', '--1'],
    ['-(a + b)', '-(a + b)'],
    ["${ name } = 'x'", "${name} = 'x'"],
    ['${last-saved#name}', '${last-saved#name}'],
    ['//a[1]/../b[. = "it\'s"]', '/descendant-or-self::node()/a[1]/../b[. = "it\'s"]'],
    ["instance( 'l' )/root/item[name=current()/../x]", "instance('l')/root/item[name = current()/../x]"],
    ['(a | b)[2]', '(a | b)[2]'],
    ['child::a/@b', 'a/@b'],
    ['div div mod mod div', 'div div mod mod div'],
    ['a-b - c', 'a-b - c'],
    ['1 and1', '1 and 1'],
    ['a AND b', 'a and b'],
    ['jr:itext("x")', "jr:itext('x')"],
    ['vārds = 1', 'vārds = 1'],
    ['/', '/'],
    ['if (true(), 1, 2)', 'if(true(), 1, 2)'],
  ])('%s', (text, canonical) => {
    expect(printed(text)).toBe(canonical);
    expect(printed(canonical)).toBe(canonical);
  });

  it.each([
    ['', 'At the end of the expression: a question name, a path, a value or a function was expected.', 0],
    ['1 +', 'At the end of the expression', 3],
    ["'abc", 'has no closing', 0],
    ['(1', ') is missing to close the bracket', 2],
    ['1)', 'a closing bracket has no opening one', 1],
    ['a b', 'An operator such as =, and, + was expected', 2],
    ['$name', 'is no reference: write ${name}', 0],
    ['concat(“a”)', 'typographic quotation mark', 7],
    ['ancestor::a', 'use child, parent, self or //', 0],
    ['a/text()', 'text() is not part of ODK XForms', 2],
    ['a[1', '] is missing', 3],
    ['concat(1,)', 'was expected', 9],
  ])('says what is wrong with %s and where', (text, message, position) => {
    const parsed = parseExpression(text);
    expect(parsed).toMatchObject({ ok: false, error: { position } });
    expect(parsed.ok ? '' : parsed.error.message).toContain(message);
  });

  it('refuses what would take too long or too deep', () => {
    const hostile = [
      '1+'.repeat(500_000),
      '('.repeat(5_000),
      '-'.repeat(5_000),
      'a['.repeat(3_000),
      'f('.repeat(9_000),
    ];
    for (const text of hostile) expect(parseExpression(text)).toMatchObject({ ok: false });
  });

  it('reads long and deep expressions that are not hostile', () => {
    const nested = `${'if(a = 1, 2, '.repeat(300)}3${')'.repeat(300)}`;
    for (const text of [`1${' + 1'.repeat(30_000)}`, nested, 'a/'.repeat(60_000) + 'a']) {
      expect(parseExpression(text)).toMatchObject({ ok: true });
    }
  });
});
