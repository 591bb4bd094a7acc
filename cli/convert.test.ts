import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { convert } from './convert.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => join(folder, name);
const json = (name: string): unknown => JSON.parse(readFileSync(at(name), 'utf8'));

const FORM = `
| survey |
| | type | name | label::English (en) | label::Latviešu (lv) | media::image::English (en) | choice_filter | save_to | appearance | required |
| | select_one towns | town | Town? | Pilsēta? | town.png | | | | yes |
| | select_one_external streets | street | Street? | Iela? | | town=\${town} | | | |
| | text | tree | Tree | Koks | | | species | | |
| | osm tags | house | House | Māja | | | | | |
| | select_one earshot_1_2_3_4_5 | face | Well? | Nu? | | | | likert earshot-smiley w2 | |
| choices |
| | list_name | name | label::English (en) | label::Latviešu (lv) | region |
| | towns | riga | Riga | Rīga | north |
| | earshot_1_2_3_4_5 | 1 | 1 | 1 | |
| external_choices |
| | list_name | name | label | town |
| | streets | brivibas | Brīvības | riga |
| osm |
| | list_name | name | label |
| | tags | building | Building |
| settings |
| | form_title | form_id | version | default_language | instance_name | style |
| | Trees | trees | 7 | English (en) | \${tree} | pages |
| entities |
| | list_name | label |
| | trees | \${tree} |`;

describe('earshot convert', () => {
  it('goes from a spreadsheet to a definition, to a spreadsheet, and back, with nothing lost', async () => {
    writeFileSync(at('a.md'), FORM);
    await expect(convert([at('a.md'), '-o', at('a.json')])).resolves.toMatchObject({ status: 0 });
    await expect(convert([at('a.json'), '-o', at('b.xlsx')])).resolves.toMatchObject({ status: 0 });
    await expect(convert([at('b.xlsx'), '-o', at('b.json')])).resolves.toMatchObject({ status: 0 });
    expect(json('b.json')).toEqual(json('a.json'));
    expect(json('b.json')).toMatchObject({
      elements: [{}, {}, {}, {}, { type: 'smiley', appearance: 'w2' }],
    });
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'a.md', 'b.json', 'b.xlsx']);
  });

  it('goes from a spreadsheet to an XForm with the external lists beside it, and back', async () => {
    writeFileSync(
      at('a.md'),
      FORM.replace(/.*\| osm tags.*\n/, '').replace(/\| osm \|[^]*?(?=\| settings)/, ''),
    );
    await convert([at('a.md'), '-o', at('a.xlsx')]);
    await convert([at('a.xlsx'), '-o', at('a.xml')]);
    await convert([at('a.xml'), '-o', at('b.xlsx')]);
    await expect(convert([at('b.xlsx'), '-o', at('b.json')])).resolves.toMatchObject({ status: 0 });
    await convert([at('a.xlsx'), '-o', at('a.json')]);
    expect(readdirSync(folder)).toContain('a.itemsets.csv');
    expect(json('b.json')).toEqual(json('a.json'));
  });

  it('goes through the survey of a fresh installation', async () => {
    copyFileSync(
      join(import.meta.dirname, '..', 'assets', 'questionnaires', 'sample.json'),
      at('sample.json'),
    );
    await convert([at('sample.json'), '-o', at('sample.xlsx')]);
    await convert([at('sample.xlsx'), '-o', at('again.json')]);
    expect(json('again.json')).toEqual(json('sample.json'));
  });

  it('leaves the old file when the form has errors', async () => {
    writeFileSync(at('bad.md'), '| survey |\n| | type | name | label |\n| | txt | a | A |');
    writeFileSync(at('old.xlsx'), 'old');
    const { status, error } = await convert([at('bad.md'), '-o', at('old.xlsx')]);
    expect({ status, old: readFileSync(at('old.xlsx'), 'utf8') }).toEqual({ status: 1, old: 'old' });
    expect(error).toMatch(/bad\.md, survey, row 2, type: .*Did you mean/);
  });

  it('leaves the old file when a spreadsheet cannot say the form', async () => {
    const form = {
      schema: 1,
      id: 'long',
      version: '',
      title: { en: 'Long' },
      languages: [{ code: 'en', name: 'English' }],
      defaultLanguage: 'en',
      elements: [{ type: 'note', name: 'a', label: { en: 'x'.repeat(40_000) } }],
    };
    writeFileSync(at('long.json'), JSON.stringify(form));
    writeFileSync(at('old.xlsx'), 'old');
    const { status, error } = await convert([at('long.json'), '-o', at('old.xlsx')]);
    expect({ status, old: readFileSync(at('old.xlsx'), 'utf8') }).toEqual({ status: 1, old: 'old' });
    expect(error).toMatch(/survey, row 2, label::English \(en\): .*40000 characters.*shorten/);
  });

  it.each([
    ['an ending that nobody writes', 'x.pdf', 2],
    ['a folder that is not there', join('none', 'x.json'), 1],
  ])('says what is wrong: %s', async (_, name, status) => {
    writeFileSync(at('a.md'), FORM);
    await expect(convert([at('a.md'), '-o', at(name)])).resolves.toMatchObject({ status });
    expect(existsSync(at(name))).toBe(false);
  });
});

it('keeps blanks around texts on the way through an XForm, and writes none that would be read as another form', async () => {
  const definition = {
    schema: 1,
    id: 'blanks',
    version: '1',
    title: { default: 'Blanks' },
    languages: [{ code: 'default', name: 'default' }],
    defaultLanguage: 'default',
    choices: { c: [{ name: 'a', label: { default: 'A  ' } }] },
    elements: [{ type: 'select_one', name: 'q', label: { default: ' Q' }, choices: 'c' }],
  };
  writeFileSync(at('a.json'), JSON.stringify(definition));
  expect(await convert([at('a.json'), '-o', at('a.xml')])).toEqual({ status: 0 });
  expect(await convert([at('a.xml'), '-o', at('b.json')])).toEqual({ status: 0 });
  expect(json('b.json')).toEqual(definition);
  const [question] = definition.elements;
  const elements = [{ ...question, instance: { 'a b': 'v' } }];
  writeFileSync(at('c.json'), JSON.stringify({ ...definition, elements }));
  const refused = await convert([at('c.json'), '-o', at('c.xml')]);
  expect(refused.status).toBe(1);
  expect(refused.error).toContain('it is not written');
  expect(existsSync(at('c.xml'))).toBe(false);
});
