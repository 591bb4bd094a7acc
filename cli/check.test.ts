import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { check } from './check.ts';
import { simulate } from './simulate.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const GOOD = `
| survey |
| | type | name | label |
| | text | a    | A     |`;

it('prints one object for each file, and fails when one has errors', async () => {
  const good = file('good.md', GOOD);
  const bad = file('bad.csv', 'survey\n,type,name,label\n,txt,a,"A, quoted"\n');
  expect(await check([good, '--json'])).toMatchObject({ status: 0 });
  const { status, output } = await check([good, bad, join(folder, 'none.xlsx'), '--json']);
  const [first, second, third] = (output ?? '').split('\n').map((line): unknown => JSON.parse(line));
  expect(status).toBe(1);
  expect(first).toEqual({
    file: good,
    ok: true,
    questions: 1,
    languages: ['default'],
    errors: [],
    warnings: [],
    unsupported: [],
  });
  expect(second).toMatchObject({
    ok: false,
    errors: [
      { sheet: 'survey', row: 2, column: 'type', message: expect.stringContaining('"text"') as string },
    ],
  });
  expect(third).toMatchObject({ ok: false, errors: [{ sheet: '', row: 0, column: '' }] });
});

it('says the same for people', async () => {
  const { output } = await check([file('bad.md', GOOD.replace('text', 'txt'))]);
  expect(output).toMatch(/bad\.md: cannot be used, 1 questions/);
  expect(output).toMatch(/error survey, row 2, type: There is no question type "txt"/);
});

it('runs a spreadsheet with the lists beside it', async () => {
  const form = file(
    'places.md',
    `
| survey |
| | type                            | name  | label | choice_filter | calculation |
| | select_one_from_file places.csv | place | Place | kind = 'a'    |             |
| | calculate                       | label |       |               | instance('places')/root/item[name = \${place}]/label |`,
  );
  file('places.csv', 'name,label,kind\r\nx,"X, ""the"" place",a\r\ny,Y,b\r\n');
  const answers = file('answers.json', '{"steps": [{"answer": "/data/place", "value": "x"}]}');
  const { output } = await simulate([form, '--answers', answers, '--json']);
  expect(JSON.parse(output ?? '')).toMatchObject({
    values: { '/data/place': 'x', '/data/label': 'X, "the" place' },
  });
});
