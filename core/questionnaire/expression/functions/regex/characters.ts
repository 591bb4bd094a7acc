import type { CharacterTest } from './pattern.ts';

const range =
  (from: number, to: number): CharacterTest =>
  (code) =>
    code >= from && code <= to;

export const oneOf =
  (tests: readonly CharacterTest[]): CharacterTest =>
  (code) =>
    tests.some((test) => test(code));
export const noneOf =
  (test: CharacterTest): CharacterTest =>
  (code) =>
    !test(code);
export const between = range;

const isDigit = range(0x30, 0x39);
export const isWord: CharacterTest = (code) =>
  isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;
const isSpace: CharacterTest = (code) =>
  (code >= 9 && code <= 13) || code === 0x20 || code === 0xa0 || code === 0xfeff;
export const isLineEnd: CharacterTest = (code) =>
  code === 10 || code === 13 || code === 0x2028 || code === 0x2029;

/** `\d`, `\w`, `\s` and their opposites. */
export const SHORTHANDS: ReadonlyMap<string, CharacterTest> = new Map([
  ['d', isDigit],
  ['D', noneOf(isDigit)],
  ['w', isWord],
  ['W', noneOf(isWord)],
  ['s', isSpace],
  ['S', noneOf(isSpace)],
]);

export const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
  ['0', 0],
  ['e', 27],
]);

/** Java's POSIX names, as \p{Alpha}, in terms of Unicode properties. */
const POSIX: ReadonlyMap<string, string> = new Map([
  ['Alpha', 'a-zA-Z'],
  ['Digit', '0-9'],
  ['Alnum', 'a-zA-Z0-9'],
  ['Upper', 'A-Z'],
  ['Lower', 'a-z'],
  ['Punct', '!-\\/:-@\\[-`\\{-~'],
  ['Space', ' \\t\\n\\v\\f\\r'],
  ['XDigit', '0-9a-fA-F'],
  ['ASCII', '\\x00-\\x7f'],
]);

/** `\p{name}`: a Unicode general category, script or binary property. Undefined when there is none of that name. */
export function propertyTest(name: string): CharacterTest | undefined {
  const posix = POSIX.get(name);
  const candidates = posix === undefined ? spellings(name) : [`[${posix}]`];
  for (const candidate of candidates) {
    try {
      const pattern = new RegExp(`^${candidate}$`, 'u');
      return (code) => pattern.test(String.fromCodePoint(code));
    } catch {
      // Not a property of that kind: the next spelling may be one.
    }
  }
  return undefined;
}

function spellings(name: string): readonly string[] {
  if (!/^[A-Za-z_]+(=[A-Za-z_]+)?$/.test(name)) return [];
  const script = name.replace(/^(Is|In)/, '');
  return [`\\p{${name}}`, `\\p{${script}}`, `\\p{Script=${script}}`];
}

/** Accepts a character if either case of it passes. */
export function inAnyCase(test: CharacterTest): CharacterTest {
  return (code) => {
    const character = String.fromCodePoint(code);
    return [character, character.toLowerCase(), character.toUpperCase()].some(
      (form) => Array.from(form).length === 1 && test(form.codePointAt(0) ?? code),
    );
  };
}
