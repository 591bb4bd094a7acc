import { collapsed, straightQuotes, trimmed, withLineFeeds } from './cellText.ts';
import type { Findings } from './findings.ts';
import type { Column } from './headers.ts';
import { readHeaders } from './headers.ts';
import type { TextColumns } from './textColumns.ts';
import { textColumnsOf } from './textColumns.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Sheet } from './workbook.ts';

/** A row below the headers: texts by the key of their column, only those that say something. */
export interface Row {
  readonly number: number;
  readonly cells: ReadonlyMap<string, string>;
  /** The columns of these cells: a sheet may have thousands that most rows say nothing in. */
  readonly filled: readonly Column[];
}

/** A sheet whose headers have been understood. */
export interface Table {
  readonly sheet: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Columns of texts, by the name of the text. */
  readonly texts: ReadonlyMap<string, TextColumns>;
}

/** So many empty rows or headers in a row mean that nothing follows. */
const EMPTY_ROWS = 60;
const EMPTY_COLUMNS = 20;

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

function headerCells(sheet: Sheet, findings: Findings): readonly string[] {
  const cells = (sheet.rows[0] ?? []).map(trimmed);
  let empty = 0;
  for (let index = 0; index < cells.length; index += 1) {
    empty = cells[index] === '' ? empty + 1 : 0;
    if (empty < EMPTY_COLUMNS) continue;
    const far = cells.slice(index).find((cell) => cell !== '');
    if (far !== undefined) {
      const message = `This column stands behind ${EMPTY_COLUMNS} empty ones, so it is not read; move it to the others.`;
      findings.warn({ sheet: sheet.name, row: 1, column: far }, message);
    }
    return cells.slice(0, index + 1 - empty);
  }
  return cells;
}

/** Two headers for one column: which one counts nobody can know. */
function reportDoubles(sheet: string, columns: readonly Column[], findings: Findings): void {
  const byKey = new Map<string, Column>();
  for (const column of columns) {
    const other = byKey.get(column.key);
    byKey.set(column.key, column);
    if (other === undefined) continue;
    if (column.key === 'form_id') {
      const message = 'The columns "form_id" and "id_string" say the same; the last one counts. Remove one.';
      findings.warn({ sheet, row: 1, column: column.header }, message);
      continue;
    }
    const message =
      other.header === column.header
        ? `There are two columns called "${column.header}"; rename or remove one.`
        : `"${other.header}" and "${column.header}" are names for the same column; rename or remove one.`;
    findings.error({ sheet, row: 1, column: column.header }, message);
  }
}

function reportHeaderless(sheet: Sheet, columns: readonly Column[], width: number, findings: Findings): void {
  const named = new Set(columns.map((column) => column.index));
  const told = new Set<number>();
  sheet.rows.slice(1, 1000).forEach((cells, index) => {
    cells.slice(0, width + EMPTY_COLUMNS).forEach((cell, column) => {
      if (named.has(column) || told.has(column) || cell.trim() === '') return;
      told.add(column);
      const message = `Column ${column + 1} has no header, so what stands in it is passed over; give it one.`;
      findings.warn({ sheet: sheet.name, row: index + 2 }, message);
    });
  });
}

/** Reads a sheet into rows; `collapse` also makes several spaces one. */
export function readTable(sheet: Sheet, words: Vocabulary, findings: Findings, collapse: boolean): Table {
  const headers = headerCells(sheet, findings);
  const columns = readHeaders(headers, words);
  reportDoubles(sheet.name, columns, findings);
  reportHeaderless(sheet, columns, headers.length, findings);
  const rows: Row[] = [];
  let empty = 0;
  let index = 1;
  for (; index < sheet.rows.length && empty < EMPTY_ROWS; index += 1) {
    const cells = sheet.rows[index] ?? [];
    if (isEmpty(cells)) {
      empty += 1;
      continue;
    }
    empty = 0;
    const read = new Map<string, string>();
    const filled: Column[] = [];
    for (const column of columns) {
      if (column.index >= cells.length) break;
      const cell = (collapse ? collapsed : trimmed)(cells[column.index] ?? '');
      const text = straightQuotes(withLineFeeds(cell));
      if (text === '') continue;
      const unwritable = UNWRITABLE.exec(text)?.[0];
      if (unwritable !== undefined) {
        const message = `The cell holds a character that no form can hold (${codeOf(unwritable)}); type the text anew.`;
        findings.error({ sheet: sheet.name, row: index + 1, column: column.header }, message);
      }
      read.set(column.key, text);
      filled.push(column);
    }
    rows.push({ number: index + 1, cells: read, filled });
  }
  if (sheet.rows.slice(index).some((cells) => !isEmpty(cells))) {
    const message = `What stands below these ${EMPTY_ROWS} empty rows is not read; move it up, or clear it.`;
    findings.warn({ sheet: sheet.name, row: index - EMPTY_ROWS + 1 }, message);
  }
  return { sheet: sheet.name, columns, rows, texts: textColumnsOf(columns, words.translated) };
}

/** What XML 1.0 has no way to write, not even escaped. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The header that an author knows a column by. */
export const headerOf = (table: Table | undefined, key: string): string =>
  table?.columns.find((column) => column.key === key)?.header ?? key;
