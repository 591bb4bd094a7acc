import type { Guard } from './guard.ts';
import type { TurnAway } from './turnAway.ts';

const TICK = 50;

/**
 * For how long this process has been at one round of its work: what has come in meanwhile, and is still unread, has waited as long.
 * Milliseconds; about 0 where it keeps up.
 */
export class Lateness {
  readonly #ticking: NodeJS.Timeout;
  #last = performance.now();

  constructor() {
    this.#ticking = setInterval(() => {
      this.#last = performance.now();
    }, TICK);
    this.#ticking.unref();
  }

  milliseconds(): number {
    return Math.max(0, performance.now() - this.#last - TICK);
  }

  stop(): void {
    clearInterval(this.#ticking);
  }
}

/**
 * Turns requests away, before anything of them is read, while the process is later than `most` (B8): a refusal is cheap, and an answer
 * that comes after the device has lost patience was work for nobody.
 */
export const unlessLate =
  (lateness: Pick<Lateness, 'milliseconds'>, most: number, turnAway: TurnAway): Guard =>
  () =>
    lateness.milliseconds() > most ? Promise.reject(turnAway.refusal()) : Promise.resolve();
