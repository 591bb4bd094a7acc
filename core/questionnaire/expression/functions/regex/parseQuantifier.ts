import type { Pattern } from './pattern.ts';
import type { PatternReader } from './patternReader.ts';

const UNBOUNDED = Number.POSITIVE_INFINITY;

/** `*`, `+`, `?`, `{n,m}` after a part, if any. Lazy and possessive marks change what is captured, not whether it matches. */
export function parseQuantifier(reader: PatternReader, part: Pattern): Pattern {
  let result = part;
  for (let counts = readCounts(reader); counts !== undefined; counts = readCounts(reader)) {
    if (!reader.accept('?')) reader.accept('+');
    result = { kind: 'repeat', part: result, min: counts[0], max: counts[1] };
  }
  return result;
}

function readCounts(reader: PatternReader): readonly [min: number, max: number] | undefined {
  if (reader.accept('*')) return [0, UNBOUNDED];
  if (reader.accept('+')) return [1, UNBOUNDED];
  if (reader.accept('?')) return [0, 1];
  if (reader.peek() !== '{') return undefined;
  const found = /^\{(\d{1,9})(?:(,)(\d{1,9})?)?\}/.exec(
    reader.characters.slice(reader.at, reader.at + 24).join(''),
  );
  if (found === null) return undefined;
  reader.at += found[0].length;
  const min = Number(found[1]);
  const max = found[3] === undefined ? (found[2] === undefined ? min : UNBOUNDED) : Number(found[3]);
  if (max < min) throw reader.failure(`{${min},${max}} runs backwards`);
  return [min, max];
}
