import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../core/questionnaire/index.ts';
import type { FormReading } from '../readFormContent.ts';
import { readFormContent } from '../readFormContent.ts';

type Rows = readonly (readonly (string | number | boolean | Date | null)[])[];

interface Written {
  readonly sheets: Readonly<Record<string, Rows>>;
  readonly hidden?: readonly string[];
  /** Merged cells of the survey, such as `C2:C3`. */
  readonly merged?: string;
}

function bookOf({ sheets, hidden = [], merged }: Written, bookType: 'xlsx' | 'biff8'): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(
      rows.map((row) => [...row]),
      { UTC: true, dateNF: 'yyyy-mm-dd' },
    );
    if (merged !== undefined && name === 'survey') sheet['!merges'] = [utils.decode_range(merged)];
    utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = {
    Sheets: book.SheetNames.map((name) => ({
      name,
      Hidden: hidden.includes(name) ? (1 as const) : (0 as const),
    })),
  };
  return new Uint8Array(
    write(book, { type: 'array', bookType, bookSST: true, compression: true }) as ArrayBuffer,
  );
}

const quoted = (cell: Rows[number][number]): string =>
  cell === null
    ? ''
    : `"${(cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)).replaceAll('"', '""')}"`;

const csvOf = ({ sheets }: Written): Uint8Array =>
  new TextEncoder().encode(
    Object.entries(sheets)
      .map(([name, rows]) => [name, ...rows.map((row) => ['', ...row.map(quoted)].join(','))].join('\r\n'))
      .join('\r\n'),
  );

describe.each([
  ['.xlsx', (written: Written) => bookOf(written, 'xlsx')],
  ['.xls', (written: Written) => bookOf(written, 'biff8')],
  ['.csv', csvOf],
])('odd cells in %s', (ending, make) => {
  const reading = (written: Written): Promise<FormReading> => readFormContent(make(written), `form${ending}`);
  async function definitionOf(written: Written): Promise<Definition> {
    const { definition, findings } = await reading(written);
    if (definition === null) throw new Error(JSON.stringify(findings));
    return definition;
  }

  it('numbers, dates and booleans where texts belong', async () => {
    const survey: Rows = [
      ['type', 'name', 'label', 'default', 'required'],
      ['integer', 'a', 1, 3, true],
      ['date', 'b', 2.5, new Date(Date.UTC(2026, 10, 21)), false],
    ];
    const settings: Rows = [
      ['form_id', 'version'],
      ['visit', 2026112201],
    ];
    expect(await definitionOf({ sheets: { survey, settings } })).toMatchObject({
      version: '2026112201',
      elements: [
        { label: { default: '1' }, default: '3', required: expect.stringMatching(/^true/) as string },
        {
          label: { default: '2.5' },
          default: '2026-11-21',
          required: expect.stringMatching(/^false/) as string,
        },
      ],
    });
  });

  it('non-breaking spaces, bent quotation marks, line breaks and text from right to left', async () => {
    const survey: Rows = [
      ['type', 'name', 'label::English (en)', 'label::العربية (ar)', 'relevant'],
      ['text', '\u00A0a\u00A0', 'Your\u00A0name?', 'ما اسمك؟', null],
      ['text', 'b', 'Two\nlines & <tags>', 'سطر "واحد"', '${a} = ‘x’\u00A0or ${a} = “y”'],
    ];
    const definition = await definitionOf({ sheets: { survey } });
    expect(definition.languages).toMatchObject([{ code: 'en' }, { code: 'ar', direction: 'rtl' }]);
    expect(definition.elements).toMatchObject([
      { name: 'a', label: { en: 'Your name?', ar: 'ما اسمك؟' } },
      { label: { en: 'Two\nlines & <tags>', ar: 'سطر "واحد"' }, relevant: `\${a} = 'x' or \${a} = "y"` },
    ]);
  });

  it('two headers for one column are an error that names it', async () => {
    const survey: Rows = [
      ['type', 'name', 'label', 'Label'],
      ['text', 'a', 'A', 'B'],
    ];
    const { definition, findings } = await reading({ sheets: { survey } });
    expect(definition).toBeNull();
    expect(findings).toMatchObject([{ severity: 'error', sheet: 'survey', row: 1, column: 'Label' }]);
  });

  if (ending !== '.csv')
    it('hidden sheets count, merged cells say what their first cell says, sheets of other names are left alone', async () => {
      const written: Written = {
        sheets: {
          survey: [
            ['type', 'name', 'label'],
            ['select_one yn', 'a', 'The same'],
            ['text', 'b', null],
          ],
          choices: [
            ['list_name', 'name', 'label'],
            ['yn', 1, 'Yes'],
          ],
          notes: [
            ['type', 'name'],
            ['what', 'ever'],
          ],
        },
        hidden: ['choices'],
        merged: 'C2:C3',
      };
      const { definition, findings } = await reading(written);
      expect(definition).toBeNull();
      expect(findings).toMatchObject([{ severity: 'error', sheet: 'survey', row: 3, column: 'label' }]);
      const whole = { ...written.sheets, survey: written.sheets['survey']?.slice(0, 2) ?? [] };
      expect(await definitionOf({ ...written, sheets: whole, merged: 'C2:D2' })).toMatchObject({
        choices: { yn: [{ name: '1' }] },
        elements: [{ label: { default: 'The same' } }],
      });
    });
});
