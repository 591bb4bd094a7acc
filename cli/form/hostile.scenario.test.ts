import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { readFormContent } from '../../formats/readFormContent.ts';
import { packedWorkbook, zipOf } from '../../formats/workbook/rehearsal/packedWorkbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const form =
  `<row r="1">${cell('A1', 'type')}${cell('B1', 'name')}${cell('C1', 'label')}</row>` +
  `<row r="2">${cell('A2', 'text')}${cell('B2', 'q')}${cell('C2', 'Q')}</row>`;

const letters = (column: number): string =>
  column < 1 ? '' : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

/** Reads in a process of its own whose heap could not hold the file unpacked, and gives what is said of it. */
function checkSparingly(
  name: string,
  content: Uint8Array,
): { readonly ok: boolean; readonly errors: readonly unknown[] } {
  const path = join(folder, name);
  writeFileSync(path, content);
  const program = join(import.meta.dirname, '..', 'earshot.mjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=64', program, 'check', path, '--json'],
    {
      encoding: 'utf8',
    },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as { ok: boolean; errors: readonly unknown[] };
}

const styled = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `<row r="${index + 3}" s="1"><c r="A${index + 3}" s="1"/></row>`,
  ).join('');

it('reads a form with a million empty rows behind it', () => {
  expect(checkSparingly('rows.xlsx', packedWorkbook({ survey: form + styled(1_000_000) }))).toMatchObject({
    ok: true,
  });
});

it('reads a form with 16,384 columns, empty or not', () => {
  const wide = (inside: string): string =>
    `<row r="3">${Array.from({ length: 16_384 }, (_, index) => `<c r="${letters(index + 1)}3">${inside}</c>`).join('')}</row>`;
  expect(checkSparingly('wide.xlsx', packedWorkbook({ survey: form + wide('') }))).toMatchObject({
    ok: true,
  });
  expect(
    checkSparingly('full.xlsx', packedWorkbook({ survey: form + wide('<v>1</v>').repeat(40) })),
  ).toMatchObject({ ok: false });
});

it('refuses zip bombs, in sheets and in what belongs to them, and passes over pictures', () => {
  const bomb = deflateRawSync(Buffer.alloc(150_000_000, ' '), { level: 1 });
  const zip = (name: string): Uint8Array => {
    const parts = { ...zipOf({ survey: form }), [name]: { packed: bomb, size: 1000 } };
    return packedWorkbook({ survey: form }, parts);
  };
  expect(checkSparingly('picture.xlsx', zip('xl/media/image1.png'))).toMatchObject({ ok: true });
  for (const name of ['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'])
    expect(checkSparingly('bomb.xlsx', zip(name))).toMatchObject({
      ok: false,
      errors: [{ sheet: '', row: 0 }],
    });
});

it('says plainly that a file is damaged, empty or something else', async () => {
  const whole = packedWorkbook({ survey: form });
  for (const content of [
    Buffer.alloc(0),
    Buffer.from('hello'),
    Buffer.from(whole.subarray(0, 300)),
    Buffer.from('PK'),
  ]) {
    const { definition, findings } = await readFormContent(content, 'form.xlsx');
    expect(definition).toBeNull();
    expect(findings).toMatchObject([{ severity: 'error', sheet: '', row: 0 }]);
  }
});

it('takes dates, numbers, booleans and results of formulas for the text that people see', async () => {
  const styles =
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>';
  const survey =
    `<row r="1">${['type', 'name', 'label', 'default', 'required'].map((text, index) => cell(`${letters(index + 1)}1`, text)).join('')}</row>` +
    `<row r="2">${cell('A2', 'date')}${cell('B2', 'd')}<c r="C2"><f>1+1</f><v>2</v></c><c r="D2" s="1"><v>46347</v></c><c r="E2" t="b"><v>1</v></c></row>` +
    `<row r="3">${cell('A3', 'decimal')}${cell('B3', 'n')}<c r="C3"><v>1.0</v></c><c r="D3"><v>0.30000000000000004</v></c></row>`;
  const { definition } = await readFormContent(
    Buffer.from(packedWorkbook({ survey }, undefined, styles)),
    'form.xlsx',
  );
  expect(definition?.elements).toMatchObject([
    { label: { default: '2' }, default: '2026-11-21', required: 'true()' },
    { label: { default: '1' }, default: '0.3' },
  ]);
});

it('refuses a formula whose result nobody has computed', async () => {
  const survey = `${form}<row r="3">${cell('A3', 'text')}${cell('B3', 'b')}<c r="C3"><f>A1&amp;B1</f></c></row>`;
  const { findings } = await readFormContent(Buffer.from(packedWorkbook({ survey })), 'form.xlsx');
  expect(findings).toContainEqual(
    expect.objectContaining({ severity: 'error', sheet: 'survey', row: 3, column: 'label' }),
  );
});
