import type { Json } from '../../kernel/index.ts';
import { canonicalJson } from '../../kernel/index.ts';

/** Column (and setting) that says what the cells beside it cannot. */
export const MORE = 'earshot_more';

/**
 * What a column of the definition holds although its cells are read otherwise: `[column, as read, as meant]`, null for nothing.
 * It counts as long as the cells are read so; once somebody edits them, the edit counts.
 */
export type MoreEntry = readonly [column: string, read: Json, meant: Json];

const FIXED: ReadonlySet<string> = new Set(['name', 'type', 'elements', 'schema', '__proto__']);

const asJson = (value: unknown): Json => (value === undefined ? null : (value as Json));

export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || canonicalJson(asJson(one)) === canonicalJson(asJson(other));

/** Where two objects of a definition differ, but for what no cell of `earshot_more` can mend. */
export function differences(read: object, meant: object): readonly MoreEntry[] {
  const [was, is] = [
    new Map<string, unknown>(Object.entries(read)),
    new Map<string, unknown>(Object.entries(meant)),
  ];
  return Array.from(new Set([...was.keys(), ...is.keys()]))
    .filter((column) => !FIXED.has(column) && !isSame(was.get(column), is.get(column)))
    .map((column) => [column, asJson(was.get(column)), asJson(is.get(column))]);
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** As a cell holds it: readers of spreadsheets bend no quotation marks and take no spaces away in it. */
export const moreText = (entries: readonly MoreEntry[]): string =>
  JSON.stringify(entries).replace(/[\u00A0\u2018\u2019\u201C\u201D\uD800-\uDFFF]|[^\S\n](?= )/g, escaped);

const isEntry = (entry: unknown): entry is MoreEntry =>
  Array.isArray(entry) && entry.length === 3 && typeof entry[0] === 'string' && !FIXED.has(entry[0]);

/** The object with what its cell of `earshot_more` adds; a cell that makes no sense adds nothing. */
export function withMore<T extends object>(read: T, cell: string | undefined): T {
  if (cell === undefined) return read;
  let entries: unknown;
  try {
    entries = JSON.parse(cell);
  } catch {
    return read;
  }
  if (!Array.isArray(entries)) return read;
  const held = new Map<string, unknown>(Object.entries(read));
  for (const entry of entries.filter(isEntry)) {
    const [column, was, meant] = entry;
    if (!isSame(held.get(column), was)) continue;
    if (meant === null) held.delete(column);
    else held.set(column, meant);
  }
  // Whether the shape is right is told when the definition as a whole is checked.
  return Object.fromEntries(held) as T;
}
