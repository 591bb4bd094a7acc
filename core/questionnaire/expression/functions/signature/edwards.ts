/** Arithmetic on the curve of Ed25519, after RFC 8032, section 5.1. Only for checking: it takes time that depends on the numbers. */
const PRIME = 2n ** 255n - 19n;
export const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/** Extended coordinates: x = X/Z, y = Y/Z, x * y = T/Z. */
export interface Point {
  readonly X: bigint;
  readonly Y: bigint;
  readonly Z: bigint;
  readonly T: bigint;
}

const modulo = (number: bigint): bigint => ((number % PRIME) + PRIME) % PRIME;

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, modulo(base)];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = modulo(result * square);
    square = modulo(square * square);
  }
  return result;
}

const inverse = (number: bigint): bigint => power(number, PRIME - 2n);

const D = modulo(-121665n * inverse(121666n));
const ROOT_OF_MINUS_ONE = power(2n, (PRIME - 1n) / 4n);
const NEUTRAL: Point = { X: 0n, Y: 1n, Z: 1n, T: 0n };

/** The x that belongs to y and a sign; undefined when y is on no point. */
function recoverX(y: bigint, odd: boolean): bigint | undefined {
  const square = modulo((y * y - 1n) * inverse(D * y * y + 1n));
  if (square === 0n) return odd ? undefined : 0n;
  let x = power(square, (PRIME + 3n) / 8n);
  if (modulo(x * x) !== square) x = modulo(x * ROOT_OF_MINUS_ONE);
  if (modulo(x * x) !== square) return undefined;
  return (x & 1n) === (odd ? 1n : 0n) ? x : PRIME - x;
}

export function littleEndian(bytes: Uint8Array): bigint {
  let number = 0n;
  for (let index = bytes.length - 1; index >= 0; index -= 1)
    number = number * 256n + BigInt(bytes[index] ?? 0);
  return number;
}

const pointAt = (x: bigint, y: bigint): Point => ({ X: x, Y: y, Z: 1n, T: modulo(x * y) });

/** 32 bytes: y, little end first, and in the highest bit whether x is odd. */
export function decodePoint(bytes: Uint8Array): Point | undefined {
  const number = littleEndian(bytes);
  const y = number % 2n ** 255n;
  if (y >= PRIME) return undefined;
  const x = recoverX(y, number !== y);
  return x === undefined ? undefined : pointAt(x, y);
}

const BASE_Y = modulo(4n * inverse(5n));
export const BASE: Point = pointAt(recoverX(BASE_Y, false) ?? 0n, BASE_Y);

export function add(one: Point, other: Point): Point {
  const a = modulo((one.Y - one.X) * (other.Y - other.X));
  const b = modulo((one.Y + one.X) * (other.Y + other.X));
  const c = modulo(2n * one.T * other.T * D);
  const d = modulo(2n * one.Z * other.Z);
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return { X: modulo(e * f), Y: modulo(g * h), Z: modulo(f * g), T: modulo(e * h) };
}

export function multiply(point: Point, times: bigint): Point {
  let [result, doubled] = [NEUTRAL, point];
  for (let left = times; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = add(result, doubled);
    doubled = add(doubled, doubled);
  }
  return result;
}

export const same = (one: Point, other: Point): boolean =>
  modulo(one.X * other.Z - other.X * one.Z) === 0n && modulo(one.Y * other.Z - other.Y * one.Z) === 0n;
