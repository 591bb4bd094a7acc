import { read, SSF } from '@e965/xlsx';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { Finding, Sheet, Workbook } from '../../core/questionnaire/xlsform/index.ts';

/** Rows and columns beyond these are nobody's form. */
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 500;
const EMPTY_ROWS = 60;
const EMPTY_COLUMNS = 20;

/** What the reader knows of number formats; its own types do not say. */
const formats = SSF as {
  readonly parse_date_code: (
    serial: number,
    options: { readonly date1904: boolean },
  ) => Readonly<Record<'y' | 'm' | 'd' | 'H' | 'M' | 'S', number>>;
  readonly is_date: (format: string) => boolean;
};

/** Cells of a sheet that is read densely. */
type Dense = WorkSheet & { readonly '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[] };

const pad = (part: number): string => String(part).padStart(2, '0');

/** A date as spreadsheets count it, as text: the day, the time of day, or both. */
function dateText(serial: number, date1904: boolean): string {
  const { y, m, d, H, M, S } = formats.parse_date_code(serial, { date1904 });
  const time = `${pad(H)}:${pad(M)}:${pad(Math.floor(S))}`;
  if (serial >= 0 && serial < 1) return time;
  const day = `${String(y).padStart(4, '0')}-${pad(m)}-${pad(d)}`;
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** Numbers as they are typed: no `.0`, and no digits that only computers see. */
function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  return String(Number(value.toPrecision(15)));
}

function cellText(cell: CellObject | undefined, date1904: boolean): string {
  if (cell?.v === undefined || cell.t === 'z' || cell.t === 'e') return '';
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
  if (typeof cell.v === 'number') {
    const isDate = typeof cell.z === 'string' && formats.is_date(cell.z);
    return isDate ? dateText(cell.v, date1904) : numberText(cell.v);
  }
  return String(cell.v);
}

/** What a formula came to when the file was last saved; without that nothing can be known. */
function formulaWithoutValue(cell: CellObject | undefined): cell is CellObject & { readonly f: string } {
  return cell?.f !== undefined && cell.f !== '' && (cell.v === undefined || cell.t === 'z' || cell.t === 'e');
}

function readSheet(
  name: string,
  sheet: Dense,
  date1904: boolean,
  findings: Finding[],
): Omit<Sheet, 'hidden'> {
  const rows: (readonly string[])[] = [];
  const data = sheet['!data'] ?? [];
  let empty = 0;
  let width = MOST_COLUMNS;
  for (let index = 0; index < data.length && index < MOST_ROWS && empty < EMPTY_ROWS; index += 1) {
    const cells = (data[index] ?? []).slice(0, width);
    const texts = Array.from(cells, (cell) => cellText(cell, date1904));
    cells.forEach((cell, column) => {
      if (!formulaWithoutValue(cell)) return;
      const message = `The formula "=${cell.f.slice(0, 60)}" has no result in the file; write the value itself.`;
      findings.push({
        severity: 'error',
        sheet: name,
        row: index + 1,
        column: rows[0]?.[column] ?? '',
        message,
      });
    });
    empty = texts.every((text) => text.trim() === '') ? empty + 1 : 0;
    rows.push(texts);
    if (index === 0) width = Math.min(MOST_COLUMNS, lastHeader(texts) + EMPTY_COLUMNS);
  }
  return { name, rows };
}

function lastHeader(headers: readonly string[]): number {
  let last = 0;
  for (let index = 0; index < headers.length && index - last < EMPTY_COLUMNS; index += 1)
    if (headers[index]?.trim() !== '') last = index;
  return last + 1;
}

const OF_FORMS: ReadonlySet<string> = new Set([
  ...['survey', 'choices', 'settings', 'external_choices', 'osm', 'entities'],
]);

/** Reads .xlsx, .xlsm and .xls: the sheets of a form, and the names of the others. Throws on what is none of these. */
export function readSpreadsheet(content: Uint8Array): Workbook {
  const names = read(content, { type: 'array', bookSheets: true }).SheetNames;
  const wanted = names.filter((name) => OF_FORMS.has(name.trim().toLowerCase()));
  const book = read(content, {
    type: 'array',
    dense: true,
    cellHTML: false,
    cellText: false,
    cellNF: true,
    cellFormula: true,
    sheetRows: MOST_ROWS,
    // An empty list would mean all.
    sheets: wanted.length > 0 ? wanted : [-1],
  });
  const findings: Finding[] = [];
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = names.map((name, index): Sheet => {
    const sheet = wanted.includes(name) ? (book.Sheets[name] as Dense | undefined) : undefined;
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
    const rows = sheet === undefined ? { name, rows: [] } : readSheet(name, sheet, date1904, findings);
    return { ...rows, ...(hidden ? { hidden } : {}) };
  });
  return { sheets, findings };
}
