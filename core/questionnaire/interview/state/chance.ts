import type { RandomSource } from '../../../kernel/index.ts';

/** State of the interview's random numbers: four 32-bit words (sfc32, by Chris Doty-Humphrey, public domain). */
export type Chance = [number, number, number, number];

/** From bytes of the device, or from a number that makes the interview repeatable. */
export function makeChance(seed: RandomSource | number): Chance {
  const chance: Chance = typeof seed === 'number' ? fromNumber(seed) : fromBytes(seed.bytes(16));
  for (let round = 0; round < 15; round += 1) draw(chance);
  return chance;
}

function fromNumber(seed: number): Chance {
  const high = Math.trunc(seed / 2 ** 32);
  return [0x9e3779b9, seed | 0, high | 0, 1];
}

function fromBytes(bytes: Uint8Array): Chance {
  const word = (at: number): number =>
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24) |
    0;
  return [word(0), word(4), word(8), word(12)];
}

/** The next 32 bits, as a non-negative integer; moves the state on. */
export function draw(chance: Chance): number {
  const [a, b, c, counter] = chance;
  const result = (a + b + counter) | 0;
  chance[0] = b ^ (b >>> 9);
  chance[1] = (c + (c << 3)) | 0;
  chance[2] = (((c << 21) | (c >>> 11)) + result) | 0;
  chance[3] = (counter + 1) | 0;
  return result >>> 0;
}

/** Uniform in [0, 1) with 53 bits. */
export const uniform = (chance: Chance): number =>
  ((draw(chance) >>> 5) * 2 ** 26 + (draw(chance) >>> 6)) / 2 ** 53;

/** UUID version 4 (RFC 9562, section 5.4), as OpenRosa wants for instanceID. */
export function makeUuid(chance: Chance): string {
  const words = [draw(chance), draw(chance), draw(chance), draw(chance)];
  words[1] = (((words[1] ?? 0) & 0xffff0fff) | 0x4000) >>> 0;
  words[2] = (((words[2] ?? 0) & 0x3fffffff) | 0x80000000) >>> 0;
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
