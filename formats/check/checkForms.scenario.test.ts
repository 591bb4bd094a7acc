import { describe, expect, it } from 'vitest';
import { compileQuestionnaire, questionView, startInterview } from '../../core/questionnaire/index.ts';
import { checkForms, type CheckedForm } from './checkForms.ts';
import type { FormFile } from './formFile.ts';

const file = (name: string, text: string): FormFile => ({ name, content: new TextEncoder().encode(text) });

async function check(
  ...files: readonly FormFile[]
): Promise<{ forms: CheckedForm[]; unclaimed: readonly string[] }> {
  const forms: CheckedForm[] = [];
  const { unclaimed } = await checkForms(files, (form) => forms.push(form));
  return { forms, unclaimed };
}

const GOOD = `
| survey |                  |       |              |
|        | type             | name  | label        |
|        | select_one yesno | queue | Long queue?  |
|        | text             | why   | Why?         |
| choices |           |      |       |
|         | list_name | name | label |
|         | yesno     | yes  | Yes   |
|         | yesno     | no   | No    |
`;

const TOWNS = `
| survey |                                |      |            |
|        | type                           | name | label      |
|        | text                           | who  | Who?       |
|        | select_one_from_file towns.csv | town | Which one? |
`;

describe('checking dropped files', () => {
  it('gives the questionnaire of a form without errors', async () => {
    const { forms } = await check(file('queue.md', GOOD));
    expect(forms).toMatchObject([
      {
        file: 'queue.md',
        questions: 2,
        findings: [],
        counts: { error: 0, warning: 0, unsupported: 0 },
        carried: [],
      },
    ]);
    expect(forms[0]?.definition?.elements.map(({ name }) => name)).toEqual(['queue', 'why']);
  });

  it('points at the cell of an error, with the rows around it', async () => {
    const { forms } = await check(file('queue.md', GOOD.replace('| why   |', '| w y   |')));
    expect(forms[0]?.definition).toBeNull();
    const found = forms[0]?.findings.find(({ severity }) => severity === 'error');
    expect(found).toMatchObject({
      sheet: 'survey',
      row: 3,
      column: 'name',
      cell: 'B3',
      excerpt: {
        columns: ['A', 'B', 'C'],
        rows: [
          { row: 1, cells: ['type', 'name', 'label'] },
          { row: 2, cells: ['select_one yesno', 'queue', 'Long queue?'] },
          { row: 3, cells: ['text', 'w y', 'Why?'] },
        ],
        marked: 1,
      },
    });
  });

  it('takes the list of a file beside the form into the questionnaire, which runs with it', async () => {
    const towns = file('towns.csv', 'name,label,not a name\nriga,Rīga,x\ntallinn,Tallinn,y\n');
    const { forms, unclaimed } = await check(towns, file('town.md', TOWNS), file('photo.jpg', ''));
    expect(forms).toMatchObject([{ file: 'town.md', counts: { error: 0 }, carried: ['towns.csv'] }]);
    expect(unclaimed).toEqual(['photo.jpg']);
    const definition = forms[0]?.definition;
    if (definition === null || definition === undefined) throw new Error('no definition');
    const compiled = compileQuestionnaire(definition);
    if (!compiled.ok) throw new Error(compiled.error[0]?.message);
    const started = startInterview(compiled.value, { now: 0, seed: 1 });
    if (!started.ok) throw new Error(started.error.message);
    const labels = questionView(started.value, '/data/town')?.choices.map(({ label }) => label);
    expect(labels).toEqual(['Rīga', 'Tallinn']);
  });

  it('refuses a form whose list is not there, at the cell that names it', async () => {
    const { forms } = await check(file('town.md', TOWNS));
    expect(forms[0]?.definition).toBeNull();
    expect(forms[0]?.findings).toContainEqual(
      expect.objectContaining({ severity: 'error', sheet: 'survey', cell: 'A3', row: 3 }),
    );
  });

  it('says once that pictures stay behind, and knows whose they are', async () => {
    const form = GOOD.replace('| label        |', '| label | media::image |').replace(
      '| Long queue?  |',
      '| Long queue? | queue.png |',
    );
    const { forms, unclaimed } = await check(
      file('queue.md', form),
      file('queue.png', ''),
      file('other.png', ''),
    );
    expect(forms[0]?.definition).not.toBeNull();
    expect(forms[0]?.findings).toMatchObject([{ severity: 'unsupported', column: 'media::image', row: 2 }]);
    expect(unclaimed).toEqual(['other.png']);
  });

  it('calls no file unwanted while a form has errors', async () => {
    const { unclaimed } = await check(
      file('town.md', TOWNS.replace('| who ', '| w o ')),
      file('towns.csv', 'name\n'),
    );
    expect(unclaimed).toEqual([]);
  });

  it('tells forms in CSV and XML from lists', async () => {
    const form = file('queue.csv', 'survey,,,\n,type,name,label\n,text,why,Why?\n');
    const xform = file('f.xml', '<h:html xmlns:h="http://www.w3.org/1999/xhtml"></h:html>');
    const list = file('list.xml', '<root><item><name>a</name></item></root>');
    const { forms } = await check(form, xform, list);
    expect(forms.map(({ file: name }) => name)).toEqual(['queue.csv', 'f.xml']);
    expect(forms[0]?.questions).toBe(1);
    expect((await check(form, list)).unclaimed).toEqual(['list.xml']);
  });

  it('says what cannot be read at all', async () => {
    const { forms } = await check(file('photo.xlsx', 'GIF89a'), file('x.json', '{'));
    expect(forms).toMatchObject([
      { definition: null, findings: [{ severity: 'error', cell: '', excerpt: null }] },
      { definition: null, findings: [{ severity: 'error', cell: '', excerpt: null }] },
    ]);
  });
});
