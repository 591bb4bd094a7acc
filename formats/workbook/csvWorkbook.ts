import type { Finding, Sheet, Workbook } from '../../core/questionnaire/xlsform/index.ts';
import { columnLetters, EMPTY_ROWS, farColumn, MOST_COLUMNS } from './limits.ts';

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

/** Rows of a CSV file, one at a time: quotes around cells may hold delimiters, line breaks and doubled quotes. */
function* csvRows(text: string): Generator<readonly string[]> {
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
    yield row;
    row = [];
  }
  if (row.length > 0) yield row;
}

export const readCsvRows = (text: string): readonly (readonly string[])[] => [...csvRows(text)];

const NOTHING: readonly string[] = [];

/** A workbook in one CSV file: the first column names the sheet, on a line of its own or before the headers; the rest are its cells. */
export function readCsv(text: string): Workbook {
  const sheets: Sheet[] = [];
  const findings: Finding[] = [];
  let rows: (readonly string[])[] = [];
  let empty = 0;
  for (const [first = '', ...cells] of csvRows(text)) {
    if (first.trim() !== '') {
      rows = [];
      sheets.push({ name: first.trim(), rows });
    }
    const filled = cells.some((cell) => cell !== '');
    empty = filled ? 0 : empty + 1;
    // Empty rows count, so that the others keep their numbers, until nothing can follow any more.
    const isRow = filled || (first === '' && cells.length > 0 && empty <= EMPTY_ROWS);
    const isTooWide = rows.length === 0 && cells.slice(MOST_COLUMNS).some((cell) => cell.trim() !== '');
    if (isTooWide) findings.push(farColumn(sheets.at(-1)?.name ?? '', 1, columnLetters(MOST_COLUMNS)));
    if (isRow) rows.push(filled ? cells.slice(0, MOST_COLUMNS) : NOTHING);
  }
  return { sheets, findings };
}
