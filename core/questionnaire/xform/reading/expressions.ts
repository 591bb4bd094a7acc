import type { FormReading } from './formReading.ts';
import { resolveRef } from './paths.ts';

/** An expression of a node as definitions write it: `${name}` for the paths that pyxform made of it, all else as it is. */
export function expressionOf(
  reading: FormReading,
  text: string | undefined,
  path: string,
): string | undefined {
  const trimmed = text?.trim();
  if (text === undefined || trimmed === undefined || trimmed === '') return undefined;
  return withNames(reading, ` ${trimmed} `, path).trim();
}

/** Attributes that are kept word for word, with the names that pyxform made paths of. */
export const attributesWithNames = (
  reading: FormReading,
  attributes: Readonly<Record<string, string>>,
  path: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      / [/.].* /.test(value) ? (expressionOf(reading, value, path) ?? value) : value,
    ]),
  );

/** pyxform puts one blank on either side of every path it writes for a name. */
const WRITTEN = / ((?:current\(\)\/)?(?:\.\.\/)+[^\s()[\]'",=<>|*+$]+|\/[^\s()[\]'",=<>|*+$]+) /g;
const LAST_SAVED = / instance\('__last-saved'\)(\/[^\s()[\]'",=<>|*+$]+) /g;

function withNames(reading: FormReading, text: string, path: string): string {
  return text
    .replace(LAST_SAVED, (written: string, saved: string) => {
      const name = reading.nameOf.get(saved);
      return name === undefined ? written : `\${last-saved#${name}}`;
    })
    .replace(WRITTEN, (written: string, found: string, at: number) => {
      const name = nameWritten(reading, found, path, surroundingsOf(text, at));
      return name === undefined ? written : `\${${name}}`;
    });
}

interface Surroundings {
  readonly inPredicate: boolean;
  readonly inIndexedRepeat: boolean;
}

function nameWritten(
  reading: FormReading,
  found: string,
  path: string,
  { inPredicate, inIndexedRepeat }: Surroundings,
): string | undefined {
  const target = resolveRef(found, path);
  const name = target === undefined ? undefined : reading.nameOf.get(target);
  if (target === undefined || name === undefined) return undefined;
  const own = reading.repeatsAround(path);
  const shared = reading.repeatsAround(target).filter((repeat) => repeat !== target && own.includes(repeat));
  if (found.startsWith('/')) return shared.length === 0 || inIndexedRepeat ? name : undefined;
  const relativeToNode = !inPredicate || found.startsWith('current()');
  return relativeToNode && shared.length > 0 ? name : undefined;
}

function surroundingsOf(text: string, at: number): Surroundings {
  const open: string[] = [];
  let quote = '';
  for (let index = 0; index < at; index += 1) {
    const character = text.charAt(index);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '(') open.push(/indexed-repeat\s*$/.test(text.slice(0, index)) ? 'indexed' : '(');
    else if (character === '[') open.push('[');
    else if (character === ')' || character === ']') open.pop();
  }
  return { inPredicate: open.includes('['), inIndexedRepeat: open.includes('indexed') };
}
