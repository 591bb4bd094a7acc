import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TurnAway } from '../http/index.ts';

/**
 * Lets in so many batches at once; others are told when to come again before anything of theirs is read (B8). A queue longer than
 * devices are willing to wait would be work for replies that nobody reads.
 */
export class Crowd {
  #inside = 0;
  readonly #most: number;
  readonly #turnAway: TurnAway;

  constructor(most: number, turnAway: TurnAway) {
    this.#most = most;
    this.#turnAway = turnAway;
  }

  /** A hook: the place is free again when the reply is through or the connection gone. */
  readonly enter = (_: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (this.#inside >= this.#most) return Promise.reject(this.#turnAway.refusal());
    this.#inside += 1;
    reply.raw.once('close', () => {
      this.#inside -= 1;
    });
    return Promise.resolve();
  };
}
