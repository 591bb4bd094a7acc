import { createHash, timingSafeEqual } from 'node:crypto';
import type { RandomSource } from '../../core/kernel/index.ts';

/** A secret of 128 bits or more in characters that links and headers bear. */
export const newSecret = (random: RandomSource, bytes: 16 | 32 = 16): string =>
  Buffer.from(random.bytes(bytes)).toString('base64url');

/** What is kept of a secret. A plain hash suffices: 128 random bits can't be guessed, unlike a password. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret, 'utf8').digest('hex');

/** Compares two hashes without telling by its duration where they differ. */
export const sameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
