import { between, noneOf, oneOf } from './characters.ts';
import { parseEscape } from './parseEscape.ts';
import type { CharacterTest } from './pattern.ts';
import type { PatternReader } from './patternReader.ts';

/** What stands in square brackets; `[` has been read. Nested classes join, `&&` intersects (Java). */
export function parseClass(reader: PatternReader): CharacterTest {
  const negated = reader.accept('^');
  const intersected: CharacterTest[] = [];
  let tests: CharacterTest[] = [];
  for (let first = true; first || reader.peek() !== ']'; first = false) {
    if (reader.accept('&&')) {
      intersected.push(oneOf(tests));
      tests = [];
      if (reader.peek() === ']') break;
      continue;
    }
    tests.push(parseItem(reader, first));
  }
  reader.next();
  intersected.push(oneOf(tests));
  const test: CharacterTest = (code) => intersected.every((each) => each(code));
  return negated ? noneOf(test) : test;
}

function parseItem(reader: PatternReader, first: boolean): CharacterTest {
  if (!first && reader.peek() === '[' && closesAgain(reader)) {
    reader.next();
    return reader.deeper(() => parseClass(reader));
  }
  const from = parseMember(reader);
  if (typeof from === 'function') return from;
  if (reader.peek() !== '-' || reader.peek(1) === ']' || reader.peek(1) === undefined)
    return between(from, from);
  reader.next();
  const to = parseMember(reader);
  if (typeof to === 'function') return oneOf([between(from, from), between(0x2d, 0x2d), to]);
  if (to < from) throw reader.failure('a range in square brackets runs backwards');
  return between(from, to);
}

/** An opening bracket inside a class starts a nested class only if both are closed; else it stands for itself. */
function closesAgain(reader: PatternReader): boolean {
  const rest = reader.characters.slice(reader.at + 1);
  const close = rest.indexOf(']');
  return close > 0 && rest[close + 1] !== undefined && rest.indexOf(']', close + 1) > close;
}

function parseMember(reader: PatternReader): number | CharacterTest {
  const character = reader.next();
  return character === '\\' ? parseEscape(reader) : (character.codePointAt(0) ?? 0);
}
