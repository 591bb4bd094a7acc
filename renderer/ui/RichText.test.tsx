import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { RichText } from './RichText.tsx';

const shown = (text: string): string => renderToStaticMarkup(<RichText text={text} />);
const withoutClasses = (text: string): string => shown(text).replaceAll(/ class="[^"]*"/g, '');

it.each([
  ['plain words', 'plain words'],
  ['How **good** was it?', 'How <strong>good</strong> was it?'],
  ['How __good__ was *it*?', 'How <strong>good</strong> was <em>it</em>?'],
  ['**very *very* good**', '<strong>very <em>very</em> good</strong>'],
  ['3 * 4 = 12 and 5 * 6', '3 * 4 = 12 and 5 * 6'],
  ['your first_name and last_name', 'your first_name and last_name'],
  ['\\*as it stands\\*', '*as it stands*'],
  ['see [our page](https://example.org/)', 'see our page'],
  ['<span style="color:red">red</span> words', 'red words'],
  ['# Part one', '<strong>Part one</strong>'],
  ['one\ntwo', '<span>one</span><span>two</span>'],
  ['- first\n- second', '<span><span>first</span></span><span><span>second</span></span>'],
])('%j is shown as %j', (text, markup) => {
  expect(withoutClasses(text)).toBe(markup);
});

it('never takes a text for markup', () => {
  expect(shown('<img src=x onerror=alert(1)> **<b>x</b>**')).toBe(
    '&lt;img src=x onerror=alert(1)&gt; <strong>&lt;b&gt;x&lt;/b&gt;</strong>',
  );
  expect(shown('[x](javascript:alert(1))')).not.toContain('javascript');
});
