import type { Clock } from '../../../core/kernel/index.ts';

const FREE_TRIES = 3;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 15 * 60_000;

/** After three wrong PINs each further one costs a wait that doubles: a stranger finds no four digits in an afternoon. */
export const waitAfter = (wrong: number): number =>
  wrong < FREE_TRIES ? 0 : Math.min(FIRST_WAIT * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT);

/** Outlives the page. */
export interface PinMemory {
  read(): string | null;
  write(text: string): void;
}

/**
 * Counts wrong PINs and makes a guesser wait, also over reloads: what is remembered is how many were wrong and whether their wait is
 * still owed. The wall clock plays no part: a wait that was cut short by a reload begins anew, and one that was sat out is over.
 */
export class PinLock {
  readonly #memory: PinMemory;
  readonly #clock: Clock;
  #wrong = 0;
  #blockedUntil = -Infinity;

  constructor(memory: PinMemory, clock: Clock) {
    this.#memory = memory;
    this.#clock = clock;
    const kept = /^(\d{1,4})( owed)?$/.exec(memory.read() ?? '');
    this.#wrong = Number(kept?.[1] ?? 0);
    if (kept?.[2] !== undefined) this.#block();
  }

  /** Until the next try; 0 when it is allowed now. */
  secondsLeft(): number {
    return Math.max(0, Math.ceil((this.#blockedUntil - this.#clock.monotonic()) / 1000));
  }

  wrong(): void {
    this.#wrong = Math.min(this.#wrong + 1, 9_999);
    this.#block();
  }

  right(): void {
    this.#wrong = 0;
    this.#memory.write('0');
  }

  #block(): void {
    const wait = waitAfter(this.#wrong);
    const until = this.#clock.monotonic() + wait;
    this.#blockedUntil = until;
    this.#memory.write(wait > 0 ? `${String(this.#wrong)} owed` : String(this.#wrong));
    if (wait === 0) return;
    setTimeout(() => {
      if (this.#blockedUntil === until) this.#memory.write(String(this.#wrong));
    }, wait);
  }
}
