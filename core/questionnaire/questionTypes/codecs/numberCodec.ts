import { ok } from '../../../kernel/index.ts';
import type { Codec } from './codec.ts';
import { malformed } from './codec.ts';

const INTEGER = /^[+-]?\d{1,16}$/;
const DECIMAL = /^[+-]?(\d{1,309}(\.\d{0,400})?|\.\d{1,400})(e[+-]?\d{1,3})?$/i;

/** Numbers without exponents, as XPath writes them. */
export function numberText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return Object.is(value, -0) ? '0' : text;
  if (Math.abs(value) >= 1) return BigInt(value).toString();
  const [digits = '', exponent = '0'] = Math.abs(value).toString().split('e');
  return `${value < 0 ? '-' : ''}0.${'0'.repeat(-Number(exponent) - 1)}${digits.replace('.', '')}`;
}

function decodeNumber(raw: unknown, pattern: RegExp, fits: (value: number) => boolean) {
  if (typeof raw === 'number') return fits(raw) ? ok(raw === 0 ? 0 : raw) : malformed;
  if (typeof raw !== 'string') return malformed;
  const text = raw.trim();
  if (text === '') return ok(null);
  const value = Number(text);
  return pattern.test(text) && fits(value) ? ok(value === 0 ? 0 : value) : malformed;
}

export const integerCodec: Codec<number> = {
  decode: (raw) => decodeNumber(raw, INTEGER, Number.isSafeInteger),
  encode: numberText,
  column: 'number',
  cell: (value) => value,
};

export const decimalCodec: Codec<number> = {
  decode: (raw) => decodeNumber(raw, DECIMAL, Number.isFinite),
  encode: numberText,
  column: 'number',
  cell: (value) => value,
};
