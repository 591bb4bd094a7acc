import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Guard } from './guard.ts';
import type { TurnAway } from './turnAway.ts';

const LEAST = 2;
/** Devices lose patience after 15 s. What shares a commit is answered together, so half of those inside are half the wait. */
const SLOW = 4_000;
const QUICK = 1_000;

/**
 * Lets in so many at once; others are told when to come again before anything of theirs is read (B8). A queue longer than
 * devices are willing to wait would be work for replies that nobody reads. How many that is, the requests themselves tell: a slow
 * one halves the crowd, each quick one makes room for one more.
 */
export class Crowd {
  #inside = 0;
  #most: number;
  /** When the crowd was last halved: those who were inside by then say nothing new. */
  #halvedAt = -Infinity;
  readonly #limit: number;
  readonly #turnAway: TurnAway;
  readonly #now: () => number;

  /** `now` in milliseconds, never going back. */
  constructor(limit: number, turnAway: TurnAway, now: () => number) {
    this.#limit = limit;
    this.#most = limit;
    this.#turnAway = turnAway;
    this.#now = now;
  }

  /** Lets nobody begin what could not be gone on with: there has to be room, but it is not taken. */
  readonly ifRoom: Guard = () =>
    this.#inside < this.#most ? Promise.resolve() : Promise.reject(this.#turnAway.refusal());

  /** A hook: the place is free again when the reply is through or the connection gone. */
  readonly enter = (_: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (this.#inside >= this.#most) return Promise.reject(this.#turnAway.refusal());
    this.#inside += 1;
    const enteredAt = this.#now();
    reply.raw.once('close', () => {
      this.#inside -= 1;
      this.#learn(enteredAt);
    });
    return Promise.resolve();
  };

  #learn(enteredAt: number): void {
    const now = this.#now();
    if (now - enteredAt < QUICK) this.#most = Math.min(this.#limit, this.#most + 1);
    if (now - enteredAt < SLOW || enteredAt <= this.#halvedAt) return;
    this.#most = Math.max(Math.min(LEAST, this.#limit), Math.floor(this.#most / 2));
    this.#halvedAt = now;
  }
}
