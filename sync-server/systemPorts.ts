import { randomBytes } from 'node:crypto';
import type { Clock, RandomSource } from '../core/kernel/index.ts';

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };
export const systemRandom: RandomSource = { bytes: (count) => randomBytes(count) };
