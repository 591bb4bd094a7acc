import { inAnyCase, isLineEnd, noneOf } from './characters.ts';
import { parseClass } from './parseClass.ts';
import { parseEscape } from './parseEscape.ts';
import { parseQuantifier } from './parseQuantifier.ts';
import type { CharacterTest, Pattern, Position } from './pattern.ts';
import { PatternReader } from './patternReader.ts';

/** Reads what Java's and JavaScript's regular expressions have in common. Throws PatternFailure. */
export function parsePattern(source: string): Pattern {
  const reader = new PatternReader(source);
  const pattern = parseChoice(reader);
  if (reader.peek() !== undefined) throw reader.failure('a closing bracket has no opening one');
  return pattern;
}

function parseChoice(reader: PatternReader): Pattern {
  const options: Pattern[] = [];
  do options.push(parseSequence(reader));
  while (reader.accept('|'));
  return options.length === 1 && options[0] !== undefined ? options[0] : { kind: 'choice', options };
}

function parseSequence(reader: PatternReader): Pattern {
  const parts: Pattern[] = [];
  for (let next = reader.peek(); next !== undefined && next !== '|' && next !== ')'; next = reader.peek()) {
    parts.push(parseQuantifier(reader, parseAtom(reader)));
  }
  return { kind: 'sequence', parts };
}

function parseAtom(reader: PatternReader): Pattern {
  const character = reader.next();
  switch (character) {
    case '(':
      return reader.deeper(() => parseGroup(reader));
    case '[':
      return set(reader, parseClass(reader));
    case '.':
      return { kind: 'character', test: reader.dotAll ? () => true : noneOf(isLineEnd) };
    case '^':
      return position('start');
    case '$':
      return position('end');
    case '\\':
      return parseBackslash(reader);
    case '*':
    case '+':
    case '?':
      throw reader.failure(`${character} has nothing before it to repeat`);
    default:
      return literal(reader, character.codePointAt(0) ?? 0);
  }
}

const POSITIONS: ReadonlyMap<string, Position> = new Map([
  ['b', 'boundary'],
  ['B', 'notBoundary'],
  ['A', 'start'],
  ['Z', 'end'],
  ['z', 'end'],
]);

function parseBackslash(reader: PatternReader): Pattern {
  const letter = reader.peek() ?? '';
  const place = POSITIONS.get(letter);
  if (place !== undefined) {
    reader.next();
    return position(place);
  }
  if (/[1-9k]/.test(letter)) throw reader.failure('it refers back to a group (\\1), which is not supported');
  if (letter === 'Q') {
    reader.next();
    return {
      kind: 'sequence',
      parts: Array.from(reader.until('\\E'), (each) => literal(reader, each.codePointAt(0) ?? 0)),
    };
  }
  const escape = parseEscape(reader);
  return typeof escape === 'number' ? literal(reader, escape) : set(reader, escape);
}

function parseGroup(reader: PatternReader): Pattern {
  if (!reader.accept('?')) return closed(reader);
  if (reader.accept(':') || reader.accept('>')) return closed(reader);
  if (reader.accept('=')) return { kind: 'look', behind: false, negated: false, part: closed(reader) };
  if (reader.accept('!')) return { kind: 'look', behind: false, negated: true, part: closed(reader) };
  if (reader.accept('<=')) return { kind: 'look', behind: true, negated: false, part: closed(reader) };
  if (reader.accept('<!')) return { kind: 'look', behind: true, negated: true, part: closed(reader) };
  if (reader.accept('<') || reader.accept('P<')) {
    reader.until('>');
    return closed(reader);
  }
  return parseFlags(reader);
}

/** `(?i)` holds from here on, `(?i:...)` for the group alone. */
function parseFlags(reader: PatternReader): Pattern {
  const before = { ignoreCase: reader.ignoreCase, dotAll: reader.dotAll };
  for (let flag = reader.next(); flag !== ')' && flag !== ':'; flag = reader.next()) {
    if (flag === 'i') reader.ignoreCase = true;
    else if (flag === 's') reader.dotAll = true;
    else if (flag !== 'u' && flag !== 'U') throw reader.failure(`(?${flag} is not supported`);
  }
  if (reader.peek(-1) === ')') return { kind: 'sequence', parts: [] };
  const part = closed(reader);
  Object.assign(reader, before);
  return part;
}

function closed(reader: PatternReader): Pattern {
  const pattern = parseChoice(reader);
  if (!reader.accept(')')) throw reader.failure('a bracket is not closed');
  return pattern;
}

const position = (at: Position): Pattern => ({ kind: 'position', at });

const set = (reader: PatternReader, test: CharacterTest): Pattern => ({
  kind: 'character',
  test: reader.ignoreCase ? inAnyCase(test) : test,
});

const literal = (reader: PatternReader, code: number): Pattern => set(reader, (other) => other === code);
