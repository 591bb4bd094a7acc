import { describe, expect, it } from 'vitest';
import { readFormContent } from './readFormContent.ts';

const bytes = (text: string, encoding: BufferEncoding): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding));
const markdown = '| survey | | | |\n| | type | name | label |\n| | text | a | Café |\n';
const xform = (encoding: string) =>
  `<?xml version="1.0" encoding="${encoding}"?><h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>Café</h:title><model><instance><data id="a"><a/></data></instance><bind nodeset="/data/a" type="string"/></model></h:head><h:body><input ref="/data/a"><label>Café</label></input></h:body></h:html>`;

const read = async (content: Uint8Array, path: string) => {
  const { definition, findings } = await readFormContent(content, path);
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return { text: JSON.stringify(definition ?? {}), errors: errors.join() };
};

describe('the letters of a form', () => {
  it.each([
    ['UTF-8', bytes(markdown, 'utf8'), 'form.md'],
    ['what Excel calls Unicode text', bytes(`\uFEFF${markdown}`, 'utf16le'), 'form.md'],
    ['the encoding that an XForm declares', bytes(xform('ISO-8859-1'), 'latin1'), 'form.xml'],
    ['an XForm in UTF-16', bytes(`\uFEFF${xform('UTF-16')}`, 'utf16le'), 'form.xml'],
  ])('are read from %s', async (_, content, path) => {
    expect((await read(content, path)).text).toContain('Café');
  });

  it.each([
    ['form.md', markdown],
    ['form.csv', 'survey,,,\n,type,name,label\n,text,a,Café\n'],
    ['form.xml', xform('UTF-8')],
  ])('of another alphabet are an error in %s, never question marks', async (path, text) => {
    const { errors } = await read(bytes(text, 'latin1'), path);
    expect(errors).toContain('UTF-8');
  });

  it('that no file can hold are refused with their cell', async () => {
    const { findings } = await readFormContent(
      bytes(markdown.replace('Café', 'Caf\u0001'), 'utf8'),
      'form.md',
    );
    expect(findings).toMatchObject([{ severity: 'error', sheet: 'survey', row: 2, column: 'label' }]);
    expect(findings[0]?.message).toContain('U+0001');
  });

  it('end their lines in one way', async () => {
    const { text } = await read(
      bytes('survey,,,\n,type,name,label\n,text,a,"one\r\ntwo"\n', 'utf8'),
      'form.csv',
    );
    expect(text).toContain('one\\ntwo');
  });
});

describe('a sheet of data that is no form', () => {
  const rows = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');
  it.each([
    ['form.csv', `survey,,,\n,type,name,label\n${rows(100_001, (index) => `,text,a${String(index)},A`)}`],
    [
      'form.md',
      `| survey | | | |\n| | type | name | label |\n${rows(100_001, (index) => `| | text | a${String(index)} | A |`)}`,
    ],
  ])('is refused in %s by the name of the sheet', async (path, text) => {
    const { errors } = await read(bytes(text, 'utf8'), path);
    expect(errors).toContain('the sheet "survey" has more than 100000 rows');
  });

  it('is refused where more is asked than any questionnaire asks', async () => {
    const text = `survey,,,\n,type,name,label\n${rows(20_001, (index) => `,text,a${String(index)},A`)}`;
    const { findings } = await readFormContent(bytes(text, 'utf8'), 'form.csv');
    expect(findings).toMatchObject([{ severity: 'error', sheet: 'survey', row: 20_002 }]);
  });
});
