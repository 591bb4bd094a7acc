import type { Question } from '../../definition/index.ts';

const LISTED: ReadonlySet<string> = new Set(['select_one', 'select_multiple', 'rank', 'select_one_external']);

/** The type cell of a question of an XLSForm type. */
export function typeText({ type, choices, choicesFrom, file, orOther }: Question): string {
  if (type === 'osm') return choices === undefined ? type : `osm ${choices}`;
  if (file !== undefined) return `${type} ${file}`;
  if (!LISTED.has(type)) return type;
  const list = choicesFrom === undefined ? (choices ?? '') : asReference(choicesFrom);
  return [type, list, orOther === true ? 'or_other' : ''].filter(Boolean).join(' ');
}

/** `${name}`, whether or not the definition writes it so. */
export const asReference = (name: string): string => (/^\s*\$\{/.test(name) ? name.trim() : `\${${name}}`);
