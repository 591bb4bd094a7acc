import { booleanTerm, stringTerm } from '../evaluation/scalarTerms.ts';
import { wholeNumber } from './argumentValues.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { binary, present, variadic } from './functionDefinition.ts';
import { roundHalfUp } from './rounding.ts';

const test = (name: string, holds: (text: string, part: string) => boolean): FunctionDefinition =>
  binary(name, (text, part) => booleanTerm((context) => holds(text.string(context), part.string(context))));

const cut = (name: string, take: (text: string, mark: string) => string): FunctionDefinition =>
  binary(name, (text, mark) => stringTerm((context) => take(text.string(context), mark.string(context))));

export const SUBSTRINGS: readonly FunctionDefinition[] = [
  test('contains', (text, part) => text.includes(part)),
  test('starts-with', (text, part) => text.startsWith(part)),
  test('ends-with', (text, part) => text.endsWith(part)),
  cut('substring-before', (text, mark) => text.slice(0, Math.max(0, text.indexOf(mark)))),
  cut('substring-after', (text, mark) => {
    const at = text.indexOf(mark);
    return at < 0 ? '' : text.slice(at + mark.length);
  }),
  variadic('substr', [2, 3], ([text, start, end]) => {
    const [whole, first] = [present(text), present(start)];
    return stringTerm((context) =>
      substr(whole.string(context), first.number(context), end?.number(context)),
    );
  }),
  variadic('substring', [2, 3], ([text, start, length]) => {
    const [whole, first] = [present(text), present(start)];
    return stringTerm((context) =>
      substring(whole.string(context), first.number(context), length?.number(context)),
    );
  }),
];

/** ODK: counts from 0, `end` excluded, negative values count from the end of the text. */
function substr(text: string, start: number, end: number | undefined): string {
  return text.slice(wholeNumber(start), end === undefined ? undefined : wholeNumber(end));
}

/** XPath 1.0: counts from 1, both numbers are rounded, and NaN takes nothing. */
function substring(text: string, start: number, length: number | undefined): string {
  const first = roundHalfUp(start);
  const end = length === undefined ? Number.POSITIVE_INFINITY : first + roundHalfUp(length);
  return Array.from(text)
    .filter((_, index) => index + 1 >= first && index + 1 < end)
    .join('');
}
