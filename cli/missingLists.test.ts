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

const put = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const FORM = `
| survey |
| | type                           | name | label |
| | text                           | who  | Who   |
| | select_one_from_file towns.csv | town | Town  |`;

const STEPS = { steps: [{ answer: '/data/town', value: 'riga' }] };
const MISSING = expect.stringContaining('"towns.csv"') as string;

async function checked(form: string): Promise<unknown> {
  const { status, output } = await check([form, '--json']);
  return { status, ...(JSON.parse(output ?? '') as object) };
}

async function simulated(form: string, answers: object): Promise<unknown> {
  const { status, output } = await simulate([
    form,
    '--answers',
    put('a.json', JSON.stringify(answers)),
    '--json',
  ]);
  return { status, ...(JSON.parse(output ?? '') as object) };
}

it('warns of a list that does not lie beside the form, at the cell that names it', async () => {
  const form = put('form.md', FORM);
  expect(await checked(form)).toMatchObject({
    status: 0,
    ok: true,
    warnings: [{ sheet: 'survey', row: 3, column: 'type', message: MISSING }],
  });
  put('towns.csv', 'name,label\nriga,Riga\n');
  expect(await checked(form)).toMatchObject({ status: 0, warnings: [] });
});

it('runs without the list, says so, and fails', async () => {
  const form = put('form.md', FORM);
  expect(await simulated(form, STEPS)).toMatchObject({
    status: 1,
    values: { '/data/town': 'riga' },
    missing: { 'towns.csv': MISSING },
  });
});

it('takes lists from the folder and from the answers', async () => {
  const form = put('form.md', FORM);
  const given = await simulated(form, { ...STEPS, lists: { towns: [{ name: 'riga', label: 'Riga' }] } });
  expect(given).toMatchObject({ status: 0 });
  expect(given).not.toHaveProperty('missing');
  put('towns.csv', 'name,label\nriga,Riga\n');
  expect(await simulated(form, STEPS)).not.toHaveProperty('missing');
});
