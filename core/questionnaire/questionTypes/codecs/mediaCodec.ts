import { ok } from '../../../kernel/index.ts';
import type { Codec } from './codec.ts';
import { malformed } from './codec.ts';
import { trimmedCodec } from './textCodec.ts';

const MOST_CHARACTERS = 255;

/** A bare file name (or a `jr://` address of a file that came with the questionnaire); folders could lead out of the response. */
export const mediaCodec: Codec<string> = {
  ...trimmedCodec,
  decode: (raw) => {
    const name = typeof raw === 'string' ? trimmedCodec.decode(raw) : malformed;
    if (!name.ok || name.value === null) return name;
    const bare = name.value.replace(/^jr:\/\/[a-z-]+\//, '');
    const fits = bare.length <= MOST_CHARACTERS && !/[/\\]/.test(bare) && bare !== '.' && bare !== '..';
    return fits ? ok(name.value) : malformed;
  },
};

/** An acknowledgement is stored as `OK`; anything that says no is blank. */
export const okCodec: Codec<string> = {
  ...trimmedCodec,
  decode: (raw) => {
    if (raw === true || (typeof raw === 'string' && raw.trim() === 'OK')) return ok('OK');
    return raw === false || (typeof raw === 'string' && raw.trim() === '') ? ok(null) : malformed;
  },
};
