import { expect, it } from 'vitest';
import type { Definition } from '../../core/questionnaire/index.ts';
import { writeXForm } from '../../core/questionnaire/index.ts';
import { readFormContent } from '../readFormContent.ts';

async function definitionOf(text: string, path: string): Promise<Definition> {
  const { definition, findings } = await readFormContent(new TextEncoder().encode(text), path);
  if (definition === null) throw new Error(JSON.stringify(findings));
  return definition;
}

/** As other tools write it: without what only we would add. */
const plainXForm = (definition: Definition): string =>
  writeXForm(definition).replaceAll(/ earshot:more="[^"]*"/g, '');

it.each([
  [
    'attached lists that only expressions read',
    `
| survey |
| | type | name | label | calculation |
| | csv-external | shops | | |
| | text | q | Q | |
| | calculate | n | | count(instance('shops')/root/item[town = \${q}]) |`,
  ],
  [
    'choices from the answers of a repeat, filtered by its other answers, also deeper ones',
    `
| survey |
| | type | name | label | choice_filter |
| | begin_repeat | member | M | |
| | text | who | Who | |
| | begin_group | more | More | |
| | integer | age | Age | |
| | end_group | | | |
| | end_repeat | | | |
| | integer | least | Least | |
| | select_one \${who} | adult | Who of them | \${age} > \${least} |`,
  ],
  [
    'moments that a trigger writes down',
    `
| survey |
| | type | name | label | calculation | trigger |
| | text | q | Q | | |
| | dateTime | at | | now() | \${q} |`,
  ],
  [
    'attributes under each prefix that needs no declaration',
    `
| survey |
| | type | name | label | bind::xsd:a | body::ev:b | bind::entities:c | instance::orx:d | bind::jr:e | body::odk:f |
| | text | q | Q | 1 | 2 | 3 | 4 | 5 | 6 |`,
  ],
  [
    'the intent of a group that names a question',
    `
| survey |
| | type | name | label | intent |
| | text | q | Q | |
| | begin_group | g | G | ex:org.example.app(x=\${q}) |
| | text | r | R | |
| | end_group | | | |`,
  ],
])('reads the same from an XForm as from the rows: %s', async (_, form) => {
  const rows = await definitionOf(form, 'form.md');
  expect(await definitionOf(plainXForm(rows), 'form.xml')).toEqual({
    ...rows,
    title: expect.anything() as unknown,
  });
});

it('takes no list for attached that choices or pulldata() read already', async () => {
  const form = `
| survey |
| | type | name | label | calculation |
| | select_one_from_file towns.csv | town | Town | |
| | calculate | n | | pulldata('shops', 'n', 'k', \${town}) |`;
  const rows = await definitionOf(form, 'form.md');
  const { elements } = await definitionOf(plainXForm(rows), 'form.xml');
  expect(elements.map(({ name }) => name)).toEqual(['town', 'n']);
});
