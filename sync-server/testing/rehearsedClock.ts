import type { Clock } from '../../core/kernel/index.ts';

/** A clock that stands still until it is told to go on. */
export class RehearsedClock implements Clock {
  #now: number;
  #monotonic = 0;

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#monotonic;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
    this.#monotonic += milliseconds;
  }
}
