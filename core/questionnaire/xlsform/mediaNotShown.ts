import type { Findings } from './findings.ts';
import type { Table } from './table.ts';

const NOT_SHOWN =
  'Pictures, sounds and videos do not travel with a questionnaire yet; it is asked without those of this column.';

/** Tells of each column of media where it is used first. */
export function reportMedia(table: Table | undefined, findings: Findings): void {
  for (const { parts, key, header } of table?.columns ?? []) {
    if (parts[0] !== 'media' || table === undefined) continue;
    const row = table.rows.find(({ cells }) => cells.has(key));
    if (row !== undefined)
      findings.unsupported({ sheet: table.sheet, row: row.number, column: header }, NOT_SHOWN);
  }
}
