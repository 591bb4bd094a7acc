import type { RandomSource } from '../../core/kernel/index.ts';

const PINS = 1_000_000;
const LAST_FAIR = Math.floor(2 ** 32 / PINS) * PINS;

/** Six digits, all equally likely. */
export function drawPin(random: RandomSource): string {
  const drawn = Buffer.from(random.bytes(4)).readUInt32BE();
  return drawn < LAST_FAIR ? String(drawn % PINS).padStart(6, '0') : drawPin(random);
}
