import { suggestion } from '../definition/nearestName.ts';
import type { Findings } from './findings.ts';
import type { Column } from './headers.ts';
import type { Table } from './table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** So few letters are near to too much. */
const SHORTEST = 4;

const meantBy = ({ key, parts }: Column, words: readonly string[]): string =>
  (parts[0] ?? key).length < SHORTEST ? '' : suggestion(parts[0] ?? key, words);

/** A column that is nearly one of XLSForm's is kept as one of another tool, and does nothing: its author should know. */
export function warnOfMistyped(table: Table, words: Vocabulary, findings: Findings): void {
  const present = new Set(table.columns.filter(({ known }) => known).map(({ key }) => key.split('::')[0]));
  const keys = new Set(table.columns.map(({ key }) => key));
  const free = [
    ...Array.from(words.known).filter((word) => !present.has(word)),
    ...Array.from(words.aliases)
      .filter(([, parts]) => !keys.has(parts.join('::')))
      .map(([alias]) => alias),
  ].filter((word) => word.length >= SHORTEST && !word.startsWith('sms_'));
  const used = new Set(table.rows.flatMap(({ cells }) => Array.from(cells.keys())));
  for (const column of table.columns) {
    if (column.known || !used.has(column.key)) continue;
    const meant = meantBy(column, free);
    if (meant === '') continue;
    const message = `XLSForm has no column "${column.header}", so what stands in it does nothing.${meant}`;
    findings.warn({ sheet: table.sheet, row: 1, column: column.header }, message);
  }
}
