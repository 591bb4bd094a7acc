import type { RandomSource } from '../../core/kernel/index.ts';

const BASE = 2_000;

/** The longest wait, when the server is there but can't or won't. */
export const LONGEST = 15 * 60_000;

/**
 * The longest wait when nothing of the server was reached (no connection, a captive portal): such a try costs it nothing, and the
 * responses should be there soon after the network is.
 */
export const LONGEST_UNREACHED = 20_000;

/** Full jitter (S4): anything from nothing to the limit, so that a thousand devices cut off together do not come back together. */
export function backOff(failures: number, longest: number, random: RandomSource): number {
  const limit = Math.min(longest, BASE * 2 ** Math.min(failures, 30));
  return Math.floor(fraction(random) * limit);
}

/** A number from 0 up to, not including, 1. */
export function fraction(random: RandomSource): number {
  const bytes = random.bytes(4);
  return bytes.reduce((sum, byte, index) => sum + byte / 256 ** (index + 1), 0);
}
