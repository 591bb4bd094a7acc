import { expect, it } from 'vitest';
import { writeXForm } from '../core/questionnaire/index.ts';
import { readFormContent } from './readFormContent.ts';

const FORM = `
| survey |
| | type | name | label | image | appearance | parameters | body::autoplay | body::class | noapperrorstring | minimum_seconds |
| | image | i | I | | | | | | | |
| | background-audio | b | | | | | | | | |
| | username | u | | | | | | | | |
| | note | n | N | n.png | url | | main | | | |
| | text | t | T | | masked | | | big | No app | 5 |
| | geopoint | g | G | | maps | warning-accuracy=50 | | | | |
| | begin_group | h | H | | w2 | | | | | |
| | select_one l | s | S | | | | | | | |
| | end_group | | | | | | | | | |
| choices |
| | list_name | name | label | big-image |
| | l | a | A | a.png |
| settings |
| | style | public_key | auto_send | sms_keyword | my_setting |
| | pages theme-grid | KEY | no | S | x |
`;

const textOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function told(content: string, path: string): Promise<readonly string[]> {
  const { findings } = await readFormContent(textOf(content), path);
  return findings
    .filter(({ severity }) => severity === 'unsupported')
    .map(({ message }) => message)
    .toSorted();
}

it('tells the same of a form whichever file it comes in', async () => {
  const { definition } = await readFormContent(textOf(FORM), 'form.md');
  if (definition === null) throw new Error('the form is not read');
  const fromSheets = await told(FORM, 'form.md');
  expect(fromSheets).toHaveLength(19);
  expect(await told(writeXForm(definition), 'form.xml')).toEqual(fromSheets);
  expect(await told(JSON.stringify(definition), 'form.json')).toEqual(fromSheets);
});

it('names the column and the place', async () => {
  const { definition, findings } = await readFormContent(textOf(FORM), 'form.md');
  if (definition === null) throw new Error('the form is not read');
  const places = (all: typeof findings): readonly string[] =>
    all
      .filter(({ severity }) => severity === 'unsupported')
      .map(({ sheet, row, column }) => `${sheet}:${row}:${column}`);
  expect(places(findings)).toEqual(
    expect.arrayContaining([
      'survey:5:body::autoplay',
      'survey:6:body::class',
      'survey:6:noapperrorstring',
      'survey:5:image',
      'choices:2:big-image',
      'settings:2:style',
      'settings:2:public_key',
      'settings:2:my_setting',
    ]),
  );
  const inXForm = await readFormContent(textOf(writeXForm(definition)), 'form.xml');
  expect(places(inXForm.findings)).toEqual(
    expect.arrayContaining([
      '/data/n:0:appearance',
      '/data/h:0:appearance',
      'settings:0:settings/style',
      'choice list l:0:media/bigImage/default',
    ]),
  );
});
