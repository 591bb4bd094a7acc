import { CFB } from '@e965/xlsx';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { check } from './check.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What its types do not say. */
const archives = CFB as {
  readonly utils: {
    readonly cfb_new: (options?: { readonly root: string }) => object;
    readonly cfb_add: (archive: object, name: string, content: Uint8Array) => void;
  };
  readonly write: (
    archive: object,
    options: { readonly fileType: 'cfb' | 'zip'; readonly type: 'buffer' },
  ) => Buffer;
};

function archive(fileType: 'cfb' | 'zip', parts: Readonly<Record<string, string>>): Buffer {
  const made = fileType === 'zip' ? archives.utils.cfb_new({ root: 'R' }) : archives.utils.cfb_new();
  for (const [name, text] of Object.entries(parts))
    archives.utils.cfb_add(made, `/${name}`, Buffer.from(text));
  return archives.write(made, { fileType, type: 'buffer' });
}

const CONTENT: readonly (readonly [
  name: string,
  content: Uint8Array | string | undefined,
  message: RegExp,
])[] = [
  ['missing.xlsx', undefined, /no such file/],
  ['folder.xlsx', '', /This is a folder/],
  ['empty.xlsx', '', /is empty/],
  ['empty.csv', '', /is empty/],
  ['empty.xml', '', /XML can not be read/],
  ['letter.xlsx', archive('zip', { 'word/document.xml': '<document/>' }), /text document of Word/],
  ['sheet.xlsx', archive('zip', { 'content.xml': '<office/>' }), /LibreOffice/],
  ['binary.xlsx', archive('zip', { 'xl/workbook.bin': 'x' }), /\.xlsb/],
  [
    'locked.xlsx',
    archive('cfb', { EncryptedPackage: 'x'.repeat(5000), EncryptionInfo: 'x'.repeat(5000) }),
    /protected by a password/,
  ],
  ['text.xls', '<html><table/></html>', /no Excel workbook/],
  ['damaged.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(3000, 7)]), /damaged/],
  ['page.xml', '<html/>', /no XForm/],
  ['list.json', '[1, 2', /no JSON/],
  ['picture.png', 'x', /read from files ending in/],
];

it('says of each file that cannot be read why, and goes on to the next', async () => {
  const paths = CONTENT.map(([name, content]) => {
    const path = join(folder, name);
    if (name === 'folder.xlsx') mkdirSync(path);
    else if (content !== undefined) writeFileSync(path, content);
    return path;
  });
  const good = join(folder, 'good.csv');
  writeFileSync(good, 'survey\n,type,name,label\n,text,a,A\n');
  const { status, output = '' } = await check([...paths, good, '--json']);
  const said = output
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly ok: boolean; readonly file: string });
  expect(status).toBe(1);
  expect(said.map(({ file }) => file)).toEqual([...paths, good]);
  CONTENT.forEach(([, , message], index) => {
    const errors = [{ sheet: '', row: 0, column: '', message: expect.stringMatching(message) as string }];
    expect(said[index]).toMatchObject({ ok: false, questions: 0, languages: [], errors, warnings: [] });
  });
  expect(said.at(-1)).toMatchObject({ ok: true });
});

it('checks 500 files in one call', async () => {
  const paths = Array.from({ length: 500 }, (_, index) => {
    const path = join(folder, `form${index}.md`);
    writeFileSync(
      path,
      `| survey |\n| | type | name | label |\n| | ${index === 7 ? 'txt' : 'text'} | a | A |\n`,
    );
    return path;
  });
  const { status, output = '' } = await check([...paths, '--json']);
  const ok = output.split('\n').map((line) => (JSON.parse(line) as { readonly ok: boolean }).ok);
  expect(status).toBe(1);
  expect(ok).toHaveLength(500);
  expect(ok.indexOf(false)).toBe(7);
  expect(ok.filter((each) => !each)).toHaveLength(1);
});
