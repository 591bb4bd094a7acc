import { ok } from '../../../kernel/index.ts';
import type { Parts } from '../answerValue.ts';
import type { Codec } from './codec.ts';
import { malformed } from './codec.ts';

const escapeWord = (text: string): string =>
  text.replace(/[\s%=~]/g, (found) => encodeURIComponent(found).replace('~', '%7E'));

function unescapeWord(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function readText(text: string): Parts | undefined {
  const entries: [string, string][] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const [key, value, ...rest] = word.split('=').map(unescapeWord);
    if (key === undefined || key === '' || value === undefined || rest.length > 0) return undefined;
    if (value !== '') entries.push([key, value]);
  }
  return readEntries(entries);
}

function readEntries(entries: readonly [string, unknown][]): Parts | undefined {
  const parts = new Map<string, string>();
  for (const [key, value] of entries) {
    if (value === '' || value === null || value === undefined) continue;
    if (key === '' || parts.has(key) || (typeof value !== 'string' && typeof value !== 'number'))
      return undefined;
    parts.set(key, String(value));
  }
  return Object.fromEntries(parts);
}

const partsText = (parts: Parts): string =>
  Object.entries(parts)
    .map(([key, value]) => `${escapeWord(key)}=${escapeWord(value)}`)
    .join(' ');

/**
 * `part=value` words separated by spaces, so that `selected(${q}, 'speed=5')` works in expressions; white space, `%`, `=` and `~`
 * inside are percent-encoded. Parts that nobody answered are left out.
 */
export const partsCodec: Codec<Parts> = {
  decode: (raw) => {
    let parts: Parts | undefined;
    if (typeof raw === 'string') parts = readText(raw);
    else if (typeof raw === 'object' && raw !== null && !Array.isArray(raw))
      parts = readEntries(Object.entries(raw));
    if (parts === undefined) return malformed;
    return ok(Object.keys(parts).length === 0 ? null : parts);
  },
  encode: partsText,
  column: 'text',
  cell: partsText,
};

/** Own parts only: a part may be called `constructor`. */
export const partOf = (parts: Parts, name: string): string | undefined =>
  Object.hasOwn(parts, name) ? parts[name] : undefined;
