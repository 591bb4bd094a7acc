import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../core/questionnaire/xlsform/index.ts';
import { readFormContent } from '../readFormContent.ts';

const HEADERS = ['type', 'name', 'label'];
const QUESTION = ['text', 'q', 'Q'];
const emptyCells = (count: number): readonly string[] => Array.from({ length: count }, () => '');

const csv = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(['survey', ...rows.map((row) => ['', ...row].join(','))].join('\n'));

const book =
  (bookType: 'xlsx' | 'biff8') =>
  (rows: readonly (readonly string[])[]): Uint8Array => {
    const made = utils.book_new();
    const cells = rows.map((row) =>
      row.map((cell) => (cell === '#REF!' ? { t: 'e' as const, v: 23 } : cell === '' ? null : cell)),
    );
    utils.book_append_sheet(made, utils.aoa_to_sheet(cells), 'survey');
    return new Uint8Array(write(made, { type: 'array', bookType }) as ArrayBuffer);
  };

describe.each([
  ['.xlsx', book('xlsx')],
  ['.xls', book('biff8')],
  ['.csv', csv],
])('cells that are not read in %s', (ending, make) => {
  const told = async (...rows: readonly (readonly string[])[]): Promise<readonly Finding[]> =>
    (await readFormContent(make(rows), `form${ending}`)).findings;

  it('rows far below the others', async () => {
    const far = await told(HEADERS, QUESTION, ...Array.from({ length: 67 }, () => emptyCells(3)), [
      'text',
      'r',
      'R',
    ]);
    expect(far).toMatchObject([
      { severity: 'warning', sheet: 'survey', message: expect.stringMatching(/not read/) as string },
    ]);
    const near = await told(HEADERS, QUESTION, ...Array.from({ length: 30 }, () => emptyCells(3)), [
      'text',
      'r',
      'R',
    ]);
    expect(near).toEqual([]);
  });

  it('columns far beside the others, and beyond as many as are taken', async () => {
    const far = await told([...HEADERS, ...emptyCells(40), 'relevant'], QUESTION);
    expect(far).toMatchObject([
      { severity: 'warning', sheet: 'survey', row: 1, message: expect.stringMatching(/not read/) as string },
    ]);
    expect(far[0]?.message).toMatch(ending === '.csv' ? /20 empty/ : /Column AR \("relevant"\)/);
    // Files of Excel 97 have no more than 256 columns.
    if (ending === '.xls') return;
    const many = Array.from({ length: 16_381 }, (_, index) => `h${index}`);
    expect(await told([...HEADERS, ...many, 'relevant'], QUESTION)).toMatchObject([
      {
        severity: 'error',
        sheet: 'survey',
        row: 1,
        message: expect.stringContaining('Column XFE ("relevant")') as string,
      },
    ]);
    const wide = [...HEADERS, ...many.slice(1), 'relevant'];
    expect(await told(wide, [...QUESTION, ...emptyCells(16_380), '1 +'])).toMatchObject([
      { severity: 'error', row: 2, column: 'relevant' },
    ]);
  });

  if (ending !== '.csv')
    it('cells that show an error', async () => {
      expect(await told([...HEADERS, 'relevant'], [...QUESTION, '#REF!'])).toMatchObject([
        {
          severity: 'error',
          sheet: 'survey',
          row: 2,
          column: 'relevant',
          message: expect.stringMatching(/#REF!/) as string,
        },
      ]);
    });
});
