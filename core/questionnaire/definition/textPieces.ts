/** A part of a text: as it stands there, or an expression whose value stands there. */
export interface TextPiece {
  /** As it stands in the text. */
  readonly written: string;
  readonly expression?: string;
}

const REFERENCE =
  /\$\{[^}]*\}|<output\s+value="([^"]*)"\s*\/>|(?<![\w.-])instance\(\s*(?:'[^']*'|"[^"]*")\s*\)\//g;
const STEPS = /^[\w\-:*@/]*(?:\.+[\w\-:*@/]+)*/;

const unescaped = (attribute: string): string =>
  attribute
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Position behind the bracket that closes the one at the beginning; undefined when nothing does. */
function behindPredicate(text: string): number | undefined {
  let depth = 0;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '[') depth += 1;
    else if (character === ']') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

/** How far a path goes from here: blanks end it, but within predicates. */
function pathLength(text: string): number {
  let length = STEPS.exec(text)?.[0].length ?? 0;
  while (text.charAt(length) === '[') {
    const predicate = behindPredicate(text.slice(length));
    if (predicate === undefined) break;
    length += predicate;
    if (text.charAt(length) === '/') length += STEPS.exec(text.slice(length))?.[0].length ?? 0;
  }
  return length;
}

/** Whether a text may have such parts; quick, as most have none. */
export const mayHavePieces = (text: string): boolean =>
  text.includes('${') || text.includes('<output') || text.includes('instance(');

/**
 * A label, hint or message in its parts: `${name}`, XForms' outputs, and, as pyxform has it, paths that begin at a list:
 * `instance('fruits')/root/item[name = ${liked}]/label`.
 */
export function textPieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let behind = 0;
  for (const { 0: found, 1: output, index } of text.matchAll(REFERENCE)) {
    if (index < behind) continue;
    if (index > behind) pieces.push({ written: text.slice(behind, index) });
    behind = index + found.length;
    if (found.startsWith('instance')) behind += pathLength(text.slice(behind));
    const written = text.slice(index, behind);
    pieces.push({ written, expression: output === undefined ? written : unescaped(output) });
  }
  if (behind < text.length) pieces.push({ written: text.slice(behind) });
  return pieces;
}
