import type { Findings } from './findings.ts';
import type { Table } from './table.ts';

const shown = (base: string): string =>
  base === 'bind::jr:constraintMsg'
    ? 'constraint_message'
    : base === 'bind::jr:requiredMsg'
      ? 'required_message'
      : base.replace(/^media::/, '');

/** What pyxform calls the language of columns that name none, also where the settings name a default language. */
const UNNAMED = 'default';

/** Columns that are translated into some language of the sheet, but not into all. */
export function warnOfMissingColumns(table: Table, findings: Findings): boolean {
  const columns = new Map<string, Set<string>>();
  const bases = Array.from(table.texts.keys());
  for (const { base, plain, translations } of table.texts.values()) {
    const spoken = translations.map(({ language }) => language);
    if (plain !== undefined) spoken.push(UNNAMED);
    for (const language of spoken) columns.set(language, (columns.get(language) ?? new Set()).add(base));
  }
  if (columns.size < 2) return columns.size === 1 && !columns.has(UNNAMED);
  for (const [language, present] of columns) {
    const missing = bases.filter((base) => !present.has(base)).map(shown);
    if (missing.length === 0) continue;
    const suffix = language === UNNAMED ? '' : `::${language}`;
    const headers = missing.map((base) => `"${base}${suffix}"`).join(', ');
    const message =
      language === UNNAMED
        ? `The language "${UNNAMED}", which columns without one are in, has no column ${headers}, though other languages have; name a language in every header.`
        : `The language "${language}" has no column ${headers}, though other languages have; add it, or the default language will be shown.`;
    findings.warn({ sheet: table.sheet, row: 1, column: `${missing[0] ?? ''}${suffix}` }, message);
  }
  return true;
}
