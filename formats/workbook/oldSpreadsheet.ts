import { read } from '@e965/xlsx';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { Finding, Sheet, Workbook } from '../../core/questionnaire/xlsform/index.ts';
import {
  EMPTY_ROWS,
  errorCell,
  farColumn,
  farRow,
  formulaMessage,
  isEmptyRow,
  isFormSheet,
  MOST_ROWS,
  widthOf,
} from './limits.ts';
import { dateText, isDateFormat, numberText } from './numberFormat.ts';

/** Cells of a sheet that is read densely. */
type Dense = WorkSheet & { readonly '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[] };

function cellText(cell: CellObject | undefined, date1904: boolean): string {
  if (cell?.v === undefined || cell.t === 'z' || cell.t === 'e') return '';
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
  if (typeof cell.v === 'number') {
    const isDate = typeof cell.z === 'string' && isDateFormat(cell.z);
    return isDate ? dateText(cell.v, date1904) : numberText(cell.v);
  }
  return String(cell.v);
}

/** What a formula came to when the file was last saved; without that nothing can be known. */
function formulaWithoutValue(cell: CellObject | undefined): cell is CellObject & { readonly f: string } {
  return cell?.f !== undefined && cell.f !== '' && (cell.v === undefined || cell.t === 'z' || cell.t === 'e');
}

/** What the numbers of error cells are shown as. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
};

const errorShown = (cell: CellObject | undefined): string | undefined =>
  cell?.t === 'e' && !formulaWithoutValue(cell) ? (ERRORS[Number(cell.v)] ?? '') : undefined;

/** Tells of the first header and the first row that stand too far away to be read. */
function reportFar(
  name: string,
  data: NonNullable<Dense['!data']>,
  from: number,
  width: number,
  findings: Finding[],
): void {
  const holds = (cell: CellObject | undefined): boolean => cellText(cell, false).trim() !== '';
  const header = data[0]?.findIndex((cell, column) => column >= width && holds(cell)) ?? -1;
  if (header >= 0) findings.push(farColumn(name, header, cellText(data[0]?.[header], false)));
  for (let row = from; row < data.length; row += 1) {
    if (!(data[row] ?? []).some(holds)) continue;
    findings.push(farRow(name, row + 1));
    return;
  }
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
  let width = Number.MAX_SAFE_INTEGER;
  let index = 0;
  for (; index < data.length && index < MOST_ROWS && empty < EMPTY_ROWS; index += 1) {
    const cells = (data[index] ?? []).slice(0, width);
    const texts = Array.from(cells, (cell) => cellText(cell, date1904));
    cells.forEach((cell, column) => {
      const shown = errorShown(cell);
      const error =
        shown === undefined ? undefined : errorCell(name, index + 1, rows[0]?.[column] ?? '', shown);
      if (error !== undefined) findings.push(error);
      if (!formulaWithoutValue(cell) || (index > 0 && (rows[0]?.[column] ?? '').trim() === '')) return;
      const place = { sheet: name, row: index + 1, column: rows[0]?.[column] ?? '' };
      findings.push({ severity: 'error', ...place, message: formulaMessage(cell.f) });
    });
    empty = isEmptyRow(texts) ? empty + 1 : 0;
    if (index === 0) width = widthOf(texts);
    rows.push(texts.slice(0, width));
  }
  reportFar(name, data, index, width, findings);
  return { name, rows };
}

/** Reads .xls, the files of Excel 97 to 2003: the sheets of a form, and the names of the others. Throws on what is none. */
export function readOldSpreadsheet(content: Uint8Array): Workbook {
  const names = read(content, { type: 'array', bookSheets: true }).SheetNames;
  const wanted = names.filter(isFormSheet);
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
