import { createCipheriv, createHash } from 'node:crypto';
import type { RandomSource } from '../../../core/kernel/index.ts';

const BLOCK = 65_536;

/** The same bytes again for the same seed: the key stream of a cipher. */
export function seededRandom(seed: string): RandomSource {
  const stream = createCipheriv('aes-256-ctr', createHash('sha256').update(seed).digest(), Buffer.alloc(16));
  const zeros = Buffer.alloc(BLOCK);
  let block = stream.update(zeros);
  let used = 0;
  const next = (count: number): Uint8Array => {
    if (used + count > BLOCK) [block, used] = [stream.update(zeros), 0];
    used += count;
    return block.subarray(used - count, used);
  };
  return { bytes: next };
}

/** Draws from a source of bytes. */
export class Draw {
  readonly #random: RandomSource;

  constructor(random: RandomSource) {
    this.#random = random;
  }

  /** From 0 up to, but not, 1. */
  fraction(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.#random.bytes(4);
    return (a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d) / 2 ** 32;
  }

  happens(probability: number): boolean {
    return this.fraction() < probability;
  }

  oneOf<T>(all: readonly [T, ...T[]]): T {
    return all[Math.floor(this.fraction() * all.length)] ?? all[0];
  }

  /** An index, as often as its weight says. */
  weighted(weights: readonly number[]): number {
    let left = this.fraction() * weights.reduce((sum, weight) => sum + weight, 0);
    const found = weights.findIndex((weight) => (left -= weight) < 0);
    return found === -1 ? weights.length - 1 : found;
  }
}
