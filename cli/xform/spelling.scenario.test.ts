import { expect, it } from 'vitest';
import { writeXForm } from '../../core/questionnaire/index.ts';
import { writeXlsForm } from '../../core/questionnaire/xlsform/index.ts';
import { definitionOf, foreign, read } from './rehearsal/forms.ts';

const HALF_TRANSLATED = `
| survey |
| | type          | name | label::English(en) | label::French (fr) | hint  | constraint | constraint_message |
| | select_one c1 | q1   | How?               | Comment ?          | Think | . != ''    | Say it             |
| | text          | q2   | Why?               |                    |       |            |                    |
| choices |
| | list_name | name | label |
| | c1        | a    | Well  |
`;

it('texts that name no language stand where they are shown, beside the translated ones', () => {
  const definition = definitionOf(HALF_TRANSLATED);
  const xml = writeXForm(definition);
  expect(definition.spelling).toEqual({
    plain: ['hint', 'constraintMessage', 'choices'],
    defaultUnsaid: true,
  });
  expect(xml).toContain(`<label ref="jr:itext('/data/q1:label')"/><hint>Think</hint>`);
  expect(xml).toContain('jr:constraintMsg="Say it"');
  expect(xml).toContain('<item><name>a</name><label>Well</label></item>');
  expect(xml).toContain('<translation lang="English(en)">');
  expect(xml).toContain('<text id="/data/q2:label"><value>-</value></text>');
  expect(read(xml)).toEqual(definition);
  expect(read(foreign(xml)).spelling).toEqual(definition.spelling);
  expect(read(foreign(xml)).languages).toEqual([
    { code: 'en', name: 'English', written: 'English(en)' },
    { code: 'fr', name: 'French' },
  ]);
});

it('a workbook has them in columns that name no language', () => {
  const { workbook } = writeXlsForm(definitionOf(HALF_TRANSLATED));
  const [survey, choices, settings] = workbook?.sheets ?? [];
  expect(survey?.rows[0]).toEqual(
    expect.arrayContaining(['label::English(en)', 'label::French (fr)', 'hint', 'constraint_message']),
  );
  expect(choices?.rows[0]).toEqual(['list_name', 'name', 'label']);
  expect(settings?.rows[0]).not.toContain('default_language');
});

it('a language that only the settings name outlasts a form without translations', () => {
  const definition = definitionOf(`
| survey |
| | type | name | label |
| | text | q1   | How?  |
| settings |
| | default_language |
| | English (en)     |
`);
  const xml = writeXForm(definition);
  expect(xml).toContain('<input ref="/data/q1"><label>How?</label></input>');
  expect(xml).not.toContain('<itext>');
  expect(read(xml)).toEqual(definition);
});

it('what or_other asks for is said in no language', () => {
  const xml = writeXForm(
    definitionOf(`
| survey |
| | type                   | name | label::English (en) |
| | select_one c1 or_other | q1   | How?                |
| choices |
| | list_name | name | label::English (en) |
| | c1        | a    | Well                |
`),
  );
  expect(xml).toContain('<input ref="/data/q1_other"><label>Specify other.</label></input>');
});

it('paths into a list that stand in a text are outputs, and come back as they were', () => {
  const label = "You said instance('c1')/root/item[name = ${q1}]/label";
  const definition = definitionOf(`
| survey |
| | type          | name | label    |
| | select_one c1 | q1   | How?     |
| | note          | n    | ${label} |
| choices |
| | list_name | name | label |
| | c1        | a    | Well  |
`);
  const xml = writeXForm(definition);
  expect(xml).toContain(
    `<label> You said <output value="instance('c1')/root/item[name =  /data/q1 ]/label"/> </label>`,
  );
  expect(read(foreign(xml)).elements[1]?.label).toEqual({ default: label });
});

it('what indexed-repeat() goes through is said from the root, its positions as seen from the question', () => {
  const calculation = 'indexed-repeat(${name}, ${child}, ${number} - 1)';
  const definition = definitionOf(`
| survey |
| | type         | name   | label | calculation      |
| | begin repeat | child  | C     |                  |
| | text         | name   | N     |                  |
| | integer      | number | I     |                  |
| | calculate    | before |       | ${calculation}   |
| | end repeat   |        |       |                  |
`);
  const xml = writeXForm(definition);
  expect(xml).toContain('calculate="indexed-repeat( /data/child/name ,  /data/child ,  ../number  - 1)"');
  expect(read(xml)).toEqual(definition);
});

it('groups have no hints there, but keep theirs for us', () => {
  const definition = definitionOf(`
| survey |
| | type         | name | label | hint | guidance_hint |
| | begin group  | g    | G     | H    | Guide         |
| | text         | q    | Q     | I    |               |
| | end group    |      |       |      |               |
`);
  const xml = writeXForm(definition);
  expect(xml.match(/<hint>/g)).toHaveLength(1);
  expect(read(xml)).toEqual(definition);
});
