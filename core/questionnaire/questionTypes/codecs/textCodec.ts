import { ok } from '../../../kernel/index.ts';
import type { Codec } from './codec.ts';
import { malformed } from './codec.ts';

export const textCodec: Codec<string> = {
  decode: (raw) => {
    if (typeof raw === 'string') return ok(raw);
    if (typeof raw === 'number' || typeof raw === 'boolean') return ok(String(raw));
    return malformed;
  },
  encode: (value) => value,
  column: 'text',
  cell: (value) => value,
};

/** Text whose white space around it means nothing; only white space is blank. */
export const trimmedCodec: Codec<string> = {
  ...textCodec,
  decode: (raw) => {
    const text = textCodec.decode(raw);
    if (!text.ok || text.value === null) return text;
    const trimmed = text.value.trim();
    return ok(trimmed === '' ? null : trimmed);
  },
};

/** One of a few words that the type knows by itself. */
export function wordCodec(words: readonly string[]): Codec<string> {
  return {
    ...trimmedCodec,
    decode: (raw) => {
      const text = trimmedCodec.decode(raw);
      if (!text.ok || text.value === null) return text;
      return words.includes(text.value) ? text : malformed;
    },
  };
}
