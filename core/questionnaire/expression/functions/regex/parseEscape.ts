import { CONTROLS, noneOf, propertyTest, SHORTHANDS } from './characters.ts';
import type { CharacterTest } from './pattern.ts';
import type { PatternReader } from './patternReader.ts';

/** What follows a backslash, where it means characters: a code point, or a set of them. */
export function parseEscape(reader: PatternReader): number | CharacterTest {
  const letter = reader.next();
  const shorthand = SHORTHANDS.get(letter);
  if (shorthand !== undefined) return shorthand;
  const control = CONTROLS.get(letter);
  if (control !== undefined) return control;
  if (letter === 'p' || letter === 'P') return property(reader, letter === 'P');
  if (letter === 'x') return hexadecimal(reader, 2);
  if (letter === 'u') return hexadecimal(reader, 4);
  return letter.codePointAt(0) ?? 0;
}

function property(reader: PatternReader, negated: boolean): CharacterTest {
  const name = reader.accept('{') ? reader.until('}') : reader.next();
  const test = propertyTest(name);
  if (test === undefined) throw reader.failure(`there is no character property "${name}"`);
  return negated ? noneOf(test) : test;
}

function hexadecimal(reader: PatternReader, length: number): number {
  let digits = '';
  if (reader.accept('{')) digits = reader.until('}');
  else while (digits.length < length) digits += reader.next();
  const code = /^[0-9a-fA-F]{1,6}$/.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
  if (!(code <= 0x10ffff)) throw reader.failure(`"${digits}" is no code of a character`);
  return code;
}
