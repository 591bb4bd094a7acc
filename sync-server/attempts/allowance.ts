import type { Clock } from '../../core/kernel/index.ts';

const MOST_KEPT = 10_000;

export interface Rate {
  /** At once, after a quiet time. */
  readonly burst: number;
  /** On and on. */
  readonly perSecond: number;
}

/** How much each key may ask: `burst` at once, then `perSecond`. What a key has not used it gets back with time, up to the burst. */
export class Allowance {
  readonly #clock: Clock;
  readonly #rate: Rate;
  /** What a key had used, and when; whoever asked longest ago first. */
  readonly #used = new Map<string, { amount: number; at: number }>();

  constructor(clock: Clock, rate: Rate) {
    this.#clock = clock;
    this.#rate = rate;
  }

  /** Takes one; or gives the seconds until there is one. */
  take(key: string): number {
    const at = this.#clock.monotonic();
    const amount = this.#usedBy(key, at) + 1;
    if (amount > this.#rate.burst) return (amount - this.#rate.burst) / this.#rate.perSecond;
    this.#used.delete(key);
    this.#used.set(key, { amount, at });
    for (const old of this.#used.keys()) {
      if (this.#usedBy(old, at) > 0 && this.#used.size <= MOST_KEPT) break;
      this.#used.delete(old);
    }
    return 0;
  }

  #usedBy(key: string, now: number): number {
    const used = this.#used.get(key);
    if (used === undefined) return 0;
    return Math.max(0, used.amount - ((now - used.at) / 1000) * this.#rate.perSecond);
  }
}
