import { describe, expect, it } from 'vitest';
import { evaluateItem } from './evaluateItem.ts';

const FORM = `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>
  <instance><data><town>riga</town><child><age>4</age></child><child><age>7</age></child></data></instance>
  <instance id="towns"><root><item><name>riga</name><label>Rīga</label></item></root></instance>
  <itext><translation lang="English (en)" default="true()"><text id="hi"><value>Hello</value></text></translation>
    <translation lang="lv"><text id="hi"><value form="image">x</value><value>Sveiki</value></text></translation></itext>
</model></h:head></h:html>`;

describe('evaluating against an XForm', () => {
  it.each([
    ["instance('towns')/root/item[name = /data/town]/label", 'string', { type: 'string', value: 'Rīga' }],
    ["pulldata('towns', 'label', 'name', 'riga')", undefined, { type: 'string', value: 'Rīga' }],
    ['count(/data/child)', undefined, { type: 'number', value: 2 }],
    ['/data/missing + 1', undefined, { type: 'number', value: 'NaN' }],
    ['1 div 0', undefined, { type: 'number', value: 'Infinity' }],
    ["jr:itext('hi')", undefined, { type: 'string', value: 'Hello' }],
    ['/data/child/age > 5', undefined, { type: 'boolean', value: true }],
    ['today()', undefined, { type: 'string', value: '2026-11-22' }],
  ] as const)('%s as %s', (expression, as, outcome) => {
    const kind = as === undefined ? {} : { as };
    const when = { now: '2026-11-21T23:00:00Z', timezone: 'Europe/Riga' };
    expect(evaluateItem({ expression, context: FORM, ...kind, ...when })).toEqual(outcome);
  });

  it('gives node-sets as paths with positions', () => {
    const instance = '/h:html[1]/h:head[1]/model[1]/instance[1]';
    expect(
      evaluateItem({ expression: '../child/age', context: FORM, node: `${instance}/data[1]/town[1]` }),
    ).toEqual({
      type: 'nodeset',
      value: [`${instance}/data[1]/child[1]/age[1]`, `${instance}/data[1]/child[2]/age[1]`],
    });
  });

  it('finds ${name} nearest to the context node', () => {
    const node = '/data[1]/rep[2]/b[1]';
    const context = '<data><a>0</a><rep><a>1</a><b/></rep><rep><a>2</a><b/></rep></data>';
    expect(evaluateItem({ expression: '${a}', context, node, as: 'string' })).toEqual({
      type: 'string',
      value: '2',
    });
  });

  it('chooses the language asked for', () => {
    expect(evaluateItem({ expression: "jr:itext('hi')", context: FORM, language: 'lv' })).toEqual({
      type: 'string',
      value: 'Sveiki',
    });
  });
});

describe('what can not be evaluated', () => {
  it.each([
    [{ expression: '1 +' }, /value or a function was expected.*character 4/],
    [{ expression: 'nonsense()' }, /no function nonsense/],
    [{ expression: '/data/a' }, /no document|none was given/],
    [{ expression: '1', context: '<a>' }, /XML can not be read/],
    [{ expression: '1', context: '<a/>', node: '/b' }, /no node at \/b/],
    [{ expression: '1', timezone: 'Mars/Crater' }, /no time zone/],
    [{ expression: '1', now: 'soon' }, /no time/],
  ])('%o', (item, message) => {
    const outcome = evaluateItem(item);
    expect('error' in outcome ? outcome.error : '').toMatch(message);
  });

  it('needs no document where nothing is looked up', () => {
    expect(evaluateItem({ expression: "concat('a', 1 + 1)" })).toEqual({ type: 'string', value: 'a2' });
  });
});

it('checks signed texts', () => {
  // RFC 8032, section 7.1, TEST 2: the message is the one byte 0x72.
  const key = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c';
  const signature =
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00';
  const [signed, publicKey] = [`${signature}72`, key].map((hex) =>
    Buffer.from(hex, 'hex').toString('base64'),
  );
  const forged = Buffer.from(`${signature}73`, 'hex').toString('base64');
  const extract = (text: string | undefined): unknown =>
    evaluateItem({ expression: `extract-signed('${text}', '${publicKey}')` });
  expect(extract(signed)).toEqual({ type: 'string', value: 'r' });
  expect(extract(forged)).toEqual({ type: 'string', value: '' });
});

it('says so when a node is named but no context is given', () => {
  expect(evaluateItem({ expression: '1', node: '/data' })).toEqual({
    error: expect.stringMatching(/no(ne| context)/) as unknown,
  });
});
