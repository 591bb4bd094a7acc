import type { Sheet, Workbook } from '../../core/questionnaire/xlsform/index.ts';

/** Rows of a CSV file: quotes around cells may hold commas, line breaks and doubled quotes. */
export function readCsvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /("(?:[^"]|"")*"?|[^,\r\n]*)(,|\r\n|\n|\r|$)/gy;
  const content = text.replace(/^\uFEFF/, '');
  while (cell.lastIndex < content.length) {
    const match = cell.exec(content);
    if (match === null) {
      // Text behind a closing quote: take the rest of the cell as it stands.
      cell.lastIndex += 1;
      continue;
    }
    const [, written = '', end = ''] = match;
    row.push(written.startsWith('"') ? written.slice(1).replace(/"$/, '').replaceAll('""', '"') : written);
    if (end === ',') {
      if (cell.lastIndex === content.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** A workbook in one CSV file: the first column names the sheet, on a line of its own or before the headers; the rest are its cells. */
export function readCsv(text: string): Workbook {
  const sheets: Sheet[] = [];
  let rows: (readonly string[])[] = [];
  for (const [first = '', ...cells] of readCsvRows(text)) {
    if (first.trim() !== '') {
      rows = [];
      sheets.push({ name: first.trim(), rows });
    }
    if (cells.some((cell) => cell !== '') || (first === '' && cells.length > 0)) rows.push(cells);
  }
  return { sheets };
}
