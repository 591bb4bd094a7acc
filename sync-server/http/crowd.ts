import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Guard } from './guard.ts';
import type { TurnAway } from './turnAway.ts';

const LEAST = 2;
/** Devices lose patience after 15 s. What shares a commit is answered together, so half of those inside are half the wait. */
const SLOW = 4_000;
const QUICK = 1_000;
/** A body that takes longer to arrive is on a line that is slow, or dead: it keeps this process from nothing. */
const ARRIVING = 5_000;

/** Of one request that is inside. */
interface Place {
  readonly enteredAt: number;
  /** When its body was there; only from then on is it work. */
  arrivedAt: number | null;
}

/**
 * Lets in so many at once; others are told when to come again before anything of theirs is read (B8). A queue longer than
 * devices are willing to wait would be work for replies that nobody reads. How many that is, the requests themselves tell: a slow
 * one halves the crowd, each quick one makes room for one more. Where a line died in the middle of a body, nobody else has to wait
 * until that shows: such a request counts only against the limit.
 */
export class Crowd {
  readonly #inside = new Set<Place>();
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
    this.#hasRoom() ? Promise.resolve() : Promise.reject(this.#turnAway.refusal());

  /** A hook: the place is free again when the reply is through or the connection gone. */
  readonly enter = ({ raw }: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (!this.#hasRoom()) return Promise.reject(this.#turnAway.refusal());
    const place: Place = { enteredAt: this.#now(), arrivedAt: null };
    this.#inside.add(place);
    raw.once('end', () => (place.arrivedAt = this.#now()));
    reply.raw.once('close', () => {
      this.#inside.delete(place);
      if (place.arrivedAt !== null) this.#learn(place.arrivedAt);
    });
    return Promise.resolve();
  };

  #hasRoom(): boolean {
    const latest = this.#now() - ARRIVING;
    const busy = [...this.#inside].filter(
      ({ enteredAt, arrivedAt }) => arrivedAt !== null || enteredAt > latest,
    ).length;
    return busy < this.#most && this.#inside.size < this.#limit;
  }

  #learn(since: number): void {
    const now = this.#now();
    if (now - since < QUICK) this.#most = Math.min(this.#limit, this.#most + 1);
    if (now - since < SLOW || since <= this.#halvedAt) return;
    this.#most = Math.max(Math.min(LEAST, this.#limit), Math.floor(this.#most / 2));
    this.#halvedAt = now;
  }
}
