import type { Finding, Workbook } from '../../core/questionnaire/xlsform/index.ts';
import { EMPTY_ROWS, farColumn, MOST_CELLS, MOST_COLUMNS, MOST_ROWS } from './limits.ts';
import { Unreadable } from './unreadable.ts';

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

/** The cells of one line. Of those beyond the widest sheet only the first that says something is kept, behind all others. */
class Line {
  readonly cells: string[] = [];

  add(text: string): void {
    const { length } = this.cells;
    // The first column names the sheet.
    if (length <= MOST_COLUMNS) this.cells.push(text);
    else if (length === MOST_COLUMNS + 1 && text.trim() !== '') this.cells.push(text);
  }
}

/** Rows of a CSV file, one at a time: quotes around cells may hold delimiters, line breaks and doubled quotes. */
function* csvRows(text: string): Generator<readonly string[]> {
  let line = new Line();
  const content = text.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(content);
  const cell = cellPattern(delimiter);
  while (cell.lastIndex < content.length) {
    const match = cell.exec(content);
    if (match === null) break;
    const [, written = '', end = ''] = match;
    line.add(unquoted(written));
    if (end === delimiter) {
      if (cell.lastIndex === content.length) line.add('');
      continue;
    }
    yield line.cells;
    line = new Line();
  }
  if (line.cells.length > 0) yield line.cells;
}

export const readCsvRows = (text: string): readonly (readonly string[])[] => [...csvRows(text)];

const NOTHING: readonly string[] = [];

const untilLast = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, Math.min(MOST_COLUMNS, cells.findLastIndex((cell) => cell !== '') + 1));

/** One sheet of the file, as its lines come. */
class CsvSheet {
  readonly rows: (readonly string[])[] = [];
  readonly name: string;
  #empty = 0;
  #cells = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** What is to be said of the line, if anything. */
  take(cells: readonly string[]): Finding | undefined {
    const filled = untilLast(cells);
    if (filled.length === 0) {
      // Empty lines count, so that the others keep their numbers, until nothing can follow any more.
      this.#empty += 1;
      if (this.rows.length > 0 && this.#empty <= EMPTY_ROWS) this.rows.push(NOTHING);
      return undefined;
    }
    this.#empty = 0;
    this.#cells += filled.length;
    if (this.#cells > MOST_CELLS)
      throw new Unreadable(`the sheet "${this.name}" has more than ${MOST_CELLS} cells`);
    this.rows.push(filled);
    if (this.rows.length > MOST_ROWS)
      throw new Unreadable(`the sheet "${this.name}" has more than ${MOST_ROWS} rows`);
    const far = this.rows.length === 1 ? cells[MOST_COLUMNS] : undefined;
    return far === undefined || far.trim() === '' ? undefined : farColumn(this.name, MOST_COLUMNS, far);
  }
}

/**
 * A workbook in one CSV file: the first column names the sheet, on a line of its own or before the headers; the rest are its cells.
 * Throws, with a message for the author, when there are too many.
 */
export function readCsv(text: string): Workbook {
  const sheets: CsvSheet[] = [];
  const findings: Finding[] = [];
  for (const [first = '', ...cells] of csvRows(text)) {
    if (first.trim() !== '') sheets.push(new CsvSheet(first.trim()));
    const found = sheets.at(-1)?.take(cells);
    if (found !== undefined) findings.push(found);
  }
  return { sheets: sheets.map(({ name, rows }) => ({ name, rows })), findings };
}
