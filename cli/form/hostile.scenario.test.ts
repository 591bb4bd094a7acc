import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { utils, write } from '@e965/xlsx';
import { packedWorkbook, zipOf } from '../../formats/workbook/rehearsal/packedWorkbook.ts';

/** Inside the repository, so that the program finds its packages. */
const folder = mkdtempSync(join(import.meta.dirname, '../../node_modules/.hostile-'));
const program = join(folder, 'checkOnce.mjs');

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'rehearsal/checkOnce.ts')],
    outfile: program,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Said {
  readonly ok: boolean;
  readonly names: readonly string[];
  readonly errors: readonly object[];
}

/** Reads in a process of its own that has little memory, and gives what is said of the file. */
function checkSparingly(name: string, content: Uint8Array | string): Said {
  const path = join(folder, name);
  writeFileSync(path, content);
  const run = spawnSync(process.execPath, ['--max-old-space-size=128', program, path], { encoding: 'utf8' });
  if (run.stdout === '') throw new Error(run.stderr);
  const { peakMegabytes, ...said } = JSON.parse(run.stdout) as Said & { readonly peakMegabytes: number };
  expect(peakMegabytes).toBeLessThan(200);
  return said;
}

const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const form =
  `<row r="1">${cell('A1', 'type')}${cell('B1', 'name')}${cell('C1', 'label')}</row>` +
  `<row r="2">${cell('A2', 'text')}${cell('B2', 'q')}${cell('C2', 'Q')}</row>`;
const rows = [
  ['type', 'name', 'label'],
  ['text', 'q', 'Q'],
];
const csv = 'survey,,,\n,type,name,label\n,text,q,Q\n';
const fine: Said = { ok: true, names: ['q'], errors: [] };

const letters = (column: number): string =>
  column < 1 ? '' : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

const styledRows = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `<row r="${index + 3}" s="1"><c r="A${index + 3}" s="1"/></row>`,
  ).join('');

function oldWorkbook(lines: readonly (readonly string[])[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(lines.map((line) => [...line])), 'survey');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

it('reads a form with a million empty rows behind it', () => {
  expect(checkSparingly('rows.xlsx', packedWorkbook({ survey: form + styledRows(1_000_000) }))).toEqual(fine);
  expect(checkSparingly('rows.csv', csv + ',,,\n'.repeat(1_000_000))).toEqual(fine);
  const blank = Array.from({ length: 20_000 }, () => [' ', ' ', ' ']);
  expect(checkSparingly('rows.xls', oldWorkbook([...rows, ...blank]))).toEqual(fine);
});

it('passes over what stands a million rows below', () => {
  const last = `<row r="1048576">${cell('A1048576', 'text')}${cell('B1048576', 'far')}</row>`;
  expect(checkSparingly('far.xlsx', packedWorkbook({ survey: form + last }))).toEqual(fine);
});

it('reads a form with 16,384 columns, empty or not', () => {
  const wide = (inside: string): string =>
    `<row r="3">${Array.from({ length: 16_384 }, (_, index) => `<c r="${letters(index + 1)}3">${inside}</c>`).join('')}</row>`;
  expect(checkSparingly('wide.xlsx', packedWorkbook({ survey: form + wide('') }))).toEqual(fine);
  expect(
    checkSparingly('full.xlsx', packedWorkbook({ survey: form + wide('<v>1</v>').repeat(40) })),
  ).toMatchObject({
    ok: false,
    errors: [
      { row: 3, column: 'type' },
      { row: 3, column: 'name' },
    ],
  });
  const headers = Array.from({ length: 16_381 }, (_, index) => `h${index}`).join(',');
  expect(checkSparingly('wide.csv', `survey\n,type,name,label,${headers}\n,text,q,Q\n`)).toEqual(fine);
});

it('refuses a sheet of more cells than a form has, and one that is wide and long goes quickly', () => {
  const headers = `<row r="1">${['type', 'name', 'label', ...Array.from({ length: 16_381 }, (_, index) => `h${index}`)].map((text, index) => cell(`${letters(index + 1)}1`, text)).join('')}</row>`;
  const far = Array.from(
    { length: 400 },
    (_, index) => `<row r="${index + 2}">${cell(`XFD${index + 2}`, 'x')}</row>`,
  );
  expect(checkSparingly('far.xlsx', packedWorkbook({ survey: headers + far.join('') }))).toMatchObject({
    ok: false,
    errors: [{ message: expect.stringContaining('the sheet "survey" has more than') as string }],
  });
  const long = Array.from(
    { length: 20_000 },
    (_, index) =>
      `<row r="${index + 2}">${cell(`A${index + 2}`, 'note')}${cell(`B${index + 2}`, `n${index}`)}${cell(`C${index + 2}`, 'N')}</row>`,
  );
  expect(checkSparingly('long.xlsx', packedWorkbook({ survey: headers + long.join('') }))).toMatchObject({
    ok: true,
  });
});

it('refuses zip bombs, in sheets and in what belongs to them, and passes over pictures', () => {
  const bomb = deflateRawSync(Buffer.alloc(150_000_000, ' '), { level: 1 });
  const zip = (name: string): Uint8Array =>
    packedWorkbook({ survey: form }, { ...zipOf({ survey: form }), [name]: { packed: bomb, size: 1000 } });
  expect(checkSparingly('picture.xlsx', zip('xl/media/image1.png'))).toEqual(fine);
  for (const name of ['xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    expect(checkSparingly('bomb.xlsx', zip(name))).toMatchObject({
      ok: false,
      errors: [{ sheet: '', row: 0, message: expect.stringContaining('too large') as string }],
    });
});

it('refuses a bomb of rows that all say something, and of one row that never ends', () => {
  const many = deflateRawSync(
    Buffer.from(
      `<worksheet><sheetData>${form}${`<row>${cell('A3', 'x'.repeat(1000))}</row>`.repeat(90_000)}</sheetData></worksheet>`,
    ),
    { level: 1 },
  );
  const endless = deflateRawSync(Buffer.from(`<worksheet><sheetData><row>${' '.repeat(50_000_000)}`), {
    level: 1,
  });
  const hugeCell = deflateRawSync(
    Buffer.from(
      `<worksheet><sheetData>${form}<row r="3"><c r="A3" t="inlineStr"><is><t>${'A'.repeat(80_000_000)}`,
    ),
    { level: 1 },
  );
  for (const packed of [many, endless, hugeCell]) {
    const parts = { ...zipOf({ survey: form }), 'xl/worksheets/sheet1.xml': { packed, size: 1000 } };
    expect(checkSparingly('bomb.xlsx', packedWorkbook({ survey: form }, parts))).toMatchObject({
      ok: false,
      errors: [{ message: expect.stringMatching(/too l(arge|ong)/) as string }],
    });
  }
});
