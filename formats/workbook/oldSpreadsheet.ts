import { read } from '@e965/xlsx';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { Finding, Sheet, Workbook } from '../../core/questionnaire/xlsform/index.ts';
import { EMPTY_ROWS, formulaMessage, isEmptyRow, isFormSheet, MOST_ROWS, widthOf } from './limits.ts';
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
  for (let index = 0; index < data.length && index < MOST_ROWS && empty < EMPTY_ROWS; index += 1) {
    const cells = (data[index] ?? []).slice(0, width);
    const texts = Array.from(cells, (cell) => cellText(cell, date1904));
    cells.forEach((cell, column) => {
      if (!formulaWithoutValue(cell) || (index > 0 && (rows[0]?.[column] ?? '').trim() === '')) return;
      const place = { sheet: name, row: index + 1, column: rows[0]?.[column] ?? '' };
      findings.push({ severity: 'error', ...place, message: formulaMessage(cell.f) });
    });
    empty = isEmptyRow(texts) ? empty + 1 : 0;
    rows.push(texts);
    if (index === 0) width = widthOf(texts);
  }
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
