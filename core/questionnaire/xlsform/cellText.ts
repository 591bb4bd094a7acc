const SMART: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"' };

const BENT = /[‘’“”]/;

/** Quotation marks that word processors bend, made straight: expressions know no others. */
export const straightQuotes = (text: string): string =>
  BENT.test(text) ? text.replace(/[‘’“”]/g, (quote) => SMART[quote] ?? quote) : text;

/** Lines as every XML reader will give them: Windows ends them with two characters. */
export const withLineFeeds = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;

/** Trimmed, and non-breaking spaces made spaces. Line breaks stay. */
export const trimmed = (text: string): string =>
  (text.includes('\u00A0') ? text.replaceAll('\u00A0', ' ') : text).trim();

/** Trimmed, and spaces in a row made one. */
export const collapsed = (text: string): string => {
  const cell = trimmed(text);
  return cell.includes('  ') ? cell.replace(/ {2,}/g, ' ') : cell;
};

const YES: ReadonlySet<string> = new Set(['yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'true()']);
const NO: ReadonlySet<string> = new Set(['no', 'No', 'NO', 'false', 'False', 'FALSE', 'false()']);

/** Yes, no, or undefined for anything else. */
export function yesOrNo(text: string): boolean | undefined {
  if (YES.has(text)) return true;
  return NO.has(text) ? false : undefined;
}

/** `yes` and `no` as the expressions that mean them; other texts as they are. */
export function asCondition(text: string): string {
  const said = yesOrNo(text);
  return said === undefined ? text : said ? 'true()' : 'false()';
}

/** Name of a column in lower case and with underscores: `List Name` is `list_name`. */
export const snakeCase = (text: string): string => text.trim().split(/\s+/).join('_').toLowerCase();
