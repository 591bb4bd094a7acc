import type { RandomSource } from '../../core/kernel/index.ts';
import { Refusal } from './refusal.ts';

const LEAST_SECONDS = 5;
/** Who is turned away comes again somewhere in this span, so that those who were turned away together do not come together. */
const SPAN_SECONDS = 30;
const LONGEST_SPAN_SECONDS = 300;
/** As many as a small machine surely takes in a second: a larger crowd is spread over a longer time. */
const PER_SECOND = 40;
const REMEMBERED_MILLISECONDS = 60_000;

/** Tells devices to come again later, each at another moment; the more there are, the wider apart (B8). */
export class TurnAway {
  readonly #random: RandomSource;
  readonly #now: () => number;
  #since = 0;
  #count = 0;

  /** `now` in milliseconds, never going back. */
  constructor(random: RandomSource, now: () => number) {
    this.#random = random;
    this.#now = now;
  }

  refusal(): Refusal {
    const now = this.#now();
    if (now - this.#since > REMEMBERED_MILLISECONDS) {
      this.#since = now;
      this.#count = 0;
    }
    this.#count += 1;
    const span = Math.min(LONGEST_SPAN_SECONDS, Math.max(SPAN_SECONDS, this.#count / PER_SECOND));
    const [chance = 0] = this.#random.bytes(1);
    const wait = LEAST_SECONDS + Math.floor((chance * span) / 256);
    return new Refusal('unavailable', 'Many devices are here at once; come again.', wait);
  }
}
