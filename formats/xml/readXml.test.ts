import { expect, it } from 'vitest';
import { readXml } from './readXml.ts';

it('reads text, CDATA, entities and attributes', () => {
  const document = readXml('<!DOCTYPE a><a b="1 &lt; 2">x<!-- no --><![CDATA[<y>]]>&#65;<c>z</c></a>');
  expect(document.ok && document.value.children[0]?.text()).toBe('x<y>Az');
  expect(document.ok && document.value.children[0]?.attribute('b')).toBe('1 < 2');
});

it.each([
  ['an entity of its own', '<!DOCTYPE a [<!ENTITY e "boom">]><a>&e;</a>', 'entity'],
  ['too deep', '<a>'.repeat(2_000), 'deeper'],
  ['not closed', '<a><b></a>', 'can not be read'],
  ['nothing', '', 'can not be read'],
])('refuses %s', (_, text, message) => {
  const document = readXml(text);
  expect(document.ok ? '' : document.error).toContain(message);
});
