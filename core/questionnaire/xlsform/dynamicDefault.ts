/** Literals and names, which say nothing of an expression by themselves. */
const PLAIN =
  /^(?:-?\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\s+)?(?:[+-]\d{2}:\d{2}|Z)?)?|\d{2}:\d{2}:\d{2}(?:\.\s+)?(?:[+-]\d{2}:\d{2}|Z)?|-?\d+\.\d*|-?\.\d+|-?\d+)/;
const OPERATOR = /^(?:[*+-]| mod | div |\|)/;
const QUOTED = /^(?:"[^"]*"|'[^']*')/;
const REFERENCE = /^\$\{\s*(?:last-saved#)?[\p{L}_][^{}]*\}/u;
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}._\-·]*(?::[\p{L}_][\p{L}\p{M}\p{N}._\-·]*)?/u;
const withHyphens: ReadonlySet<string> = new Set(['date', 'dateTime', 'geopoint', 'geotrace', 'geoshape']);

/** Whether a default is computed: it has an operator, a call, a union, a predicate or a reference. Anything else is literal. */
export function isDynamicDefault(text: string, type: string): boolean {
  let rest = text;
  while (rest !== '') {
    const plain = PLAIN.exec(rest) ?? undefined;
    if (plain !== undefined) {
      rest = rest.slice(plain[0].length);
      continue;
    }
    const operator = OPERATOR.exec(rest);
    if (operator !== null) return !(operator[0] === '-' && withHyphens.has(type));
    if (REFERENCE.test(rest)) return true;
    const name = NAME.exec(rest)?.[0];
    if (name !== undefined && /^[([]/.test(rest.slice(name.length))) return true;
    const taken = name ?? QUOTED.exec(rest)?.[0] ?? rest.slice(0, rest.startsWith('://') ? 3 : 1);
    rest = rest.slice(taken.length);
  }
  return false;
}
