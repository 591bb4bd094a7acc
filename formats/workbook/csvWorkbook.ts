import type { Sheet, Workbook } from '../../core/questionnaire/xlsform/index.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** By the first line that has any: programs write semicolons where a comma stands in decimal numbers. */
function delimiterOf(content: string): Delimiter {
  for (const line of content.slice(0, 20_000).split(/[\r\n]+/)) {
    const bare = line.replace(/"(?:[^"]|"")*"/g, '');
    const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length - 1);
    const most = Math.max(...counts);
    if (most > 0) return DELIMITERS[counts.indexOf(most)] ?? ',';
  }
  return ',';
}

const cellPattern = (delimiter: Delimiter): RegExp => {
  const end = delimiter === '|' ? '\\|' : delimiter;
  return new RegExp(`("(?:[^"]|"")*"?|[^${end}\\r\\n]*)(${end}|\\r\\n|\\n|\\r|$)`, 'gy');
};

/** What stands behind a closing quote belongs to the cell as well. */
function unquoted(written: string): string {
  if (!written.startsWith('"')) return written;
  const [, inner = written.slice(1), rest = ''] = /^"((?:[^"]|"")*)"(.*)$/s.exec(written) ?? [];
  return inner.replaceAll('""', '"') + rest.trim();
}

/** Rows of a CSV file: quotes around cells may hold delimiters, line breaks and doubled quotes. */
export function readCsvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const content = text.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(content);
  const cell = cellPattern(delimiter);
  while (cell.lastIndex < content.length) {
    const match = cell.exec(content);
    if (match === null) break;
    const [, written = '', end = ''] = match;
    row.push(unquoted(written));
    if (end === delimiter) {
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
