import { snakeCase } from './cellText.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A column of a sheet. `key` is its name in parts, joined by `::`: `label::French (fr)`, `bind::relevant`. */
export interface Column {
  readonly index: number;
  /** As the sheet says it, trimmed. */
  readonly header: string;
  readonly parts: readonly string[];
  readonly key: string;
  readonly known: boolean;
}

/** `jr:count` stays one word where single colons divide. */
function joinPrefix(parts: readonly string[]): readonly string[] {
  const at = parts.indexOf('jr');
  const next = parts[at + 1];
  return at < 0 || next === undefined ? parts : [...parts.slice(0, at), `jr:${next}`, ...parts.slice(at + 2)];
}

function partsOf(
  header: string,
  words: Vocabulary,
  doubleColon: boolean,
): readonly [readonly string[], boolean] {
  const whole = snakeCase(header);
  if (words.known.has(whole) && !words.aliases.has(whole)) return [[whole], true];
  const divided = doubleColon || header.includes('::');
  const pieces = header.split(divided ? '::' : ':').map((piece) => piece.trim());
  const [first = '', ...rest] = divided ? pieces : joinPrefix(pieces);
  const word = snakeCase(first);
  const meant = words.aliases.get(word);
  if (meant !== undefined) return [[...meant, ...rest], true];
  return words.known.has(word) ? [[word, ...rest], true] : [[first, ...rest], false];
}

/** Reads the headers of a sheet. Unknown ones keep their spelling: filters and other tools may go by it. */
export function readHeaders(cells: readonly string[], words: Vocabulary): readonly Column[] {
  const doubleColon = cells.some((header) => header.includes('::'));
  const columns: Column[] = [];
  cells.forEach((cell, index) => {
    const header = cell.replace(/ {2,}/g, ' ').trim();
    if (header === '') return;
    const [parts, known] = partsOf(header, words, doubleColon);
    columns.push({ index, header, parts, key: known ? parts.join('::') : header, known });
  });
  return columns;
}
