const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map(Array.from(ALPHABET).map((character, index) => [character, index]));

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const group = bytes.subarray(index, index + 3);
    const bits = ((group[0] ?? 0) << 16) | ((group[1] ?? 0) << 8) | (group[2] ?? 0);
    for (let place = 0; place < 4; place += 1) {
      text += place > group.length ? '=' : (ALPHABET[(bits >> (18 - 6 * place)) & 63] ?? '');
    }
  }
  return text;
}

/** Undefined for what is no base64 (RFC 4648, padding optional, white space ignored; `-` and `_` read as `+` and `/`). */
export function fromBase64(text: string): Uint8Array | undefined {
  const digits = text
    .replace(/\s/g, '')
    .replace(/={1,2}$/, '')
    .replace(/-/g, '+')
    .replace(/_/g, '/');
  if (digits.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const digit of digits) {
    const value = VALUES.get(digit);
    if (value === undefined) return undefined;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (bits >> held) & 255;
    at += 1;
  }
  return bytes;
}

const REPLACEMENT = 0xfffd;

/** UTF-8 to text; every byte that fits nowhere becomes U+FFFD. */
export function fromUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length;) {
    const [code, length] = codePointAt(bytes, index);
    text += String.fromCodePoint(code);
    index += length;
  }
  return text;
}

/** Shortest code point each length may stand for: longer writings of smaller ones are no UTF-8. */
const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];

function codePointAt(bytes: Uint8Array, index: number): readonly [code: number, length: number] {
  const first = bytes[index] ?? 0;
  if (first < 0x80) return [first, 1];
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return [REPLACEMENT, 1];
  let code = first & (0x7f >> length);
  for (let offset = 1; offset < length; offset += 1) {
    const next = bytes[index + offset] ?? 0;
    if ((next & 0xc0) !== 0x80) return [REPLACEMENT, 1];
    code = (code << 6) | (next & 0x3f);
  }
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code < (SMALLEST[length] ?? 0) || code > 0x10ffff || surrogate ? [REPLACEMENT, 1] : [code, length];
}
