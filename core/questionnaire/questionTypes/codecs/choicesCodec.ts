import { ok } from '../../../kernel/index.ts';
import type { Codec } from './codec.ts';
import { malformed } from './codec.ts';

const isWord = (item: unknown): item is string | number =>
  (typeof item === 'string' && item !== '' && !/\s/.test(item)) || typeof item === 'number';

/** Names of choices in the order given, separated by white space. */
export const choicesCodec: Codec<readonly string[]> = {
  decode: (raw) => {
    if (Array.isArray(raw)) {
      const items: readonly unknown[] = raw;
      if (!items.every(isWord)) return malformed;
      return ok(items.length === 0 ? null : items.map(String));
    }
    if (typeof raw !== 'string' && typeof raw !== 'number') return malformed;
    const names = String(raw).split(/\s+/).filter(Boolean);
    return ok(names.length === 0 ? null : names);
  },
  encode: (names) => names.join(' '),
  column: 'text',
  cell: (names) => names.join(' '),
};
