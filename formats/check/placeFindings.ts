import type { Finding, Sheet } from '../../core/questionnaire/xlsform/index.ts';

/** A piece of a sheet around a finding, with letters and numbers as spreadsheets count. */
export interface Excerpt {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Index in `columns` of the cell that is meant; null where the whole row is. */
  readonly marked: number | null;
}

export interface PlacedFinding extends Finding {
  /** As `C12`, or `12` for a whole row; '' where there is no such place. */
  readonly cell: string;
  readonly excerpt: Excerpt | null;
}

const COLUMNS_AROUND = 2;
const LONGEST_CELL = 80;

/** As spreadsheets name columns: A, B ... Z, AA. */
function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (index % 26));
}

const plain = (header: string): string => header.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Finds the cell that each finding speaks of. */
export function placeFindings(
  findings: readonly Finding[],
  sheets: readonly Sheet[],
): readonly PlacedFinding[] {
  return findings.map((finding) => {
    const sheet = sheets.find(({ name }) => name === finding.sheet);
    if (sheet === undefined || finding.row < 1) return { ...finding, cell: '', excerpt: null };
    const column = columnOf(sheet, finding.column);
    const cell = `${column === null ? '' : columnLetters(column)}${finding.row}`;
    return { ...finding, cell, excerpt: excerptOf(sheet, finding.row, column) };
  });
}

function columnOf({ rows: [headers = []] }: Sheet, header: string): number | null {
  if (header.trim() === '') return null;
  const index = headers.findIndex((candidate) => plain(candidate) === plain(header));
  return index < 0 ? null : index;
}

/** The headers, the row before, the row itself and the one after. */
function excerptOf(sheet: Sheet, row: number, column: number | null): Excerpt | null {
  const around = [...new Set([1, row - 1, row, row + 1])].filter(
    (each) => each >= 1 && each <= sheet.rows.length,
  );
  if (around.length === 0) return null;
  const width = Math.max(...around.map((each) => sheet.rows[each - 1]?.length ?? 0), (column ?? 0) + 1);
  const last = Math.min(width - 1, Math.max((column ?? 0) + COLUMNS_AROUND, 2 * COLUMNS_AROUND));
  const first = Math.max(0, last - 2 * COLUMNS_AROUND);
  const shown = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    columns: shown.map(columnLetters),
    rows: around.map((each) => ({
      row: each,
      cells: shown.map((index) => shortened(sheet.rows[each - 1]?.[index] ?? '')),
    })),
    marked: column === null ? null : shown.indexOf(column),
  };
}

const shortened = (text: string): string =>
  text.length <= LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL - 1)}…`;
