import type { Clock } from '../../core/kernel/index.ts';

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15 * 60 * 1000;
const FORGOTTEN_AFTER = 60 * 60 * 1000;
const MOST_KEPT = 10_000;

interface Failures {
  count: number;
  last: number;
}

/**
 * Slows down guessing. After `free` failures a key has to wait, twice as long each time, up to a quarter of an hour; an hour without
 * a failure is forgiven.
 */
export class Attempts {
  readonly #clock: Clock;
  readonly #free: number;
  /** Oldest failure first. */
  readonly #failures = new Map<string, Failures>();

  constructor(clock: Clock, free: number) {
    this.#clock = clock;
    this.#free = free;
  }

  /** Seconds that the key still has to wait; 0 when it may try. */
  waitSeconds(key: string): number {
    const failures = this.#failures.get(key);
    if (failures === undefined || failures.count < this.#free) return 0;
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures.count - this.#free));
    return Math.max(0, (failures.last + wait - this.#clock.monotonic()) / 1000);
  }

  fail(key: string): void {
    const now = this.#clock.monotonic();
    const before = this.#failures.get(key);
    const count = before !== undefined && now - before.last < FORGOTTEN_AFTER ? before.count : 0;
    this.#failures.delete(key);
    this.#failures.set(key, { count: count + 1, last: now });
    for (const [old, { last }] of this.#failures) {
      if (now - last < FORGOTTEN_AFTER && this.#failures.size <= MOST_KEPT) break;
      this.#failures.delete(old);
    }
  }

  succeed(key: string): void {
    this.#failures.delete(key);
  }
}
