import type { Finding } from '../../core/questionnaire/xlsform/index.ts';

/** Rows and columns beyond these are nobody's form. */
export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 16_384;
/** Cells of a sheet, empty ones that stand before a filled one among them. */
export const MOST_CELLS = 3_000_000;
/** So many empty rows mean that nothing follows, and so many headers without a name. */
export const EMPTY_ROWS = 60;
const EMPTY_COLUMNS = 20;

/** How many columns of a sheet are looked at, by its headers. */
export function widthOf(headers: readonly string[]): number {
  let last = 0;
  for (let index = 0; index < headers.length && index - last < EMPTY_COLUMNS; index += 1)
    if (headers[index]?.trim() !== '') last = index;
  return Math.min(MOST_COLUMNS, last + 1 + EMPTY_COLUMNS);
}

export const isEmptyRow = (texts: readonly string[]): boolean => texts.every((text) => text.trim() === '');

const FORM_SHEETS: ReadonlySet<string> = new Set([
  ...['survey', 'choices', 'settings', 'external_choices', 'osm', 'entities'],
]);

/** Sheets of other names are not read at all. */
export const isFormSheet = (name: string): boolean => FORM_SHEETS.has(name.trim().toLowerCase());

/** What to say of a formula that nobody has computed: nothing can be known of the cell. */
export const formulaMessage = (formula: string): string =>
  `The formula "=${formula.slice(0, 60)}" has no result in the file; write the value itself.`;

/** What people call a column: `AB` for 27. */
function columnLetters(column: number): string {
  const [before, last] = [Math.floor(column / 26) - 1, String.fromCharCode(65 + (column % 26))];
  return before < 0 ? last : columnLetters(before) + last;
}

const finding = (
  severity: 'error' | 'warning',
  sheet: string,
  row: number,
  column: string,
  message: string,
): Finding => ({
  severity,
  sheet,
  row,
  column,
  message,
});

/** What to say of a cell that shows an error such as #REF!; beside the columns that have a header people reckon what they like. */
export function errorCell(sheet: string, row: number, column: string, shown: string): Finding | undefined {
  if (column.trim() === '' && row > 1) return undefined;
  const message = `The cell shows the error ${shown || '#N/A'}, which says nothing; write the value itself.`;
  return finding('error', sheet, row, column, message);
}

/** What to say of rows so far below the others, or of columns so far beside them, that nobody reads them. */
export const farRow = (sheet: string, row: number): Finding =>
  finding(
    'warning',
    sheet,
    row,
    '',
    `Row ${row} stands below ${EMPTY_ROWS} empty rows or more, so it and what follows is not read; move it up, or clear it.`,
  );

export const farColumn = (sheet: string, column: number, header: string): Finding => {
  const name = `Column ${columnLetters(column)} ("${header.trim().slice(0, 60)}")`;
  return column < MOST_COLUMNS
    ? finding(
        'warning',
        sheet,
        1,
        '',
        `${name} stands behind ${EMPTY_COLUMNS} empty columns or more, so it is not read; move it to the others, or clear it.`,
      )
    : finding(
        'error',
        sheet,
        1,
        '',
        `${name} stands behind ${MOST_COLUMNS} others, which are more than spreadsheets have; move it to the left, and take others away.`,
      );
};
