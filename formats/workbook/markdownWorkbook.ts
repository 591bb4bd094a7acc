import type { Sheet, Workbook } from '../../core/questionnaire/xlsform/index.ts';
import { MOST_ROWS } from './limits.ts';
import { Unreadable } from './unreadable.ts';

const isRule = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell !== '') && cells.every((cell) => /^:?-*:?$/.test(cell));

/**
 * A workbook written as tables: `| survey |` begins a sheet, and its rows follow with the first cell empty.
 * `\|` is a bar in a cell. Throws, with a message for the author, when there are too many rows.
 */
export function readMarkdown(text: string): Workbook {
  const sheets: Sheet[] = [];
  let rows: (readonly string[])[] = [];
  for (const line of text.split(/\r?\n/)) {
    const inner = /^\s*\|(.*?)(?:\|\s*)?$/.exec(line)?.[1];
    if (inner === undefined) continue;
    const cells = inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
    const [first = '', ...rest] = cells;
    if (first !== '' && !isRule(cells)) {
      rows = [];
      sheets.push({ name: first, rows });
      if (rest.some((cell) => cell !== '')) rows.push(rest);
    } else if (rest.length > 0 && !isRule(rest)) rows.push(rest);
    if (rows.length > MOST_ROWS)
      throw new Unreadable(`the sheet "${sheets.at(-1)?.name ?? ''}" has more than ${MOST_ROWS} rows`);
  }
  return { sheets };
}
