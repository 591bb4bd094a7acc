import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

const MODULUS = 2_147_483_647n;
const LONGEST = 2n ** 63n;

/** The "inside-out" Fisher-Yates shuffle that ODK prescribes for randomize(). */
export function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const result: T[] = [];
  items.forEach((item, index) => {
    const place = Math.floor(random() * (index + 1));
    const moved = result[place];
    if (place !== index && moved !== undefined) result[index] = moved;
    result[place] = item;
  });
  return result;
}

/** Park and Miller's generator (16807 mod 2^31-1), seeded as JavaRosa does, so that an order is the same on every client. */
export function seededRandom(seed: number, text: string): () => number {
  let state = Number(seedOf(seed, text) % MODULUS);
  if (state <= 0) state += Number(MODULUS) - 1;
  return () => {
    state = (state * 16_807) % Number(MODULUS);
    return (state - 1) / (Number(MODULUS) - 1);
  };
}

/**
 * Java's double to long: towards zero, within 64 bits. Text that is no number is hashed, its first eight bytes taken
 * as a signed number and rounded to a double on the way, as in JavaRosa (getodk/javarosa#801); blank counts as 0.
 */
function seedOf(seed: number, text: string): bigint {
  if (seed === Number.POSITIVE_INFINITY) return LONGEST - 1n;
  if (seed === Number.NEGATIVE_INFINITY) return -LONGEST;
  if (!Number.isNaN(seed)) return BigInt.asIntN(64, BigInt(Math.trunc(seed)));
  return text === '' || text === 'NaN' ? 0n : hashed(text);
}

function hashed(text: string): bigint {
  let value = 0n;
  for (const byte of sha256(utf8ToBytes(text)).slice(0, 8)) value = (value << 8n) | BigInt(byte);
  return BigInt(Number(BigInt.asIntN(64, value)));
}
