/** Rows and columns beyond these are nobody's form. */
export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 500;
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
