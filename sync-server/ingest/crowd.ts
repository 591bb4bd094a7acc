import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RandomSource } from '../../core/kernel/index.ts';
import { Refusal } from '../http/index.ts';

/** Who is turned away comes again somewhere in this span, so that those who were turned away together do not come together. */
const LEAST_SECONDS = 5;
const MORE_SECONDS = 30;

/**
 * Lets in so many batches at once; others are told when to come again before anything of theirs is read (B8). A queue longer than
 * devices are willing to wait would be work for replies that nobody reads.
 */
export class Crowd {
  #inside = 0;
  readonly #most: number;
  readonly #random: RandomSource;

  constructor(most: number, random: RandomSource) {
    this.#most = most;
    this.#random = random;
  }

  /** A hook: the place is free again when the reply is through or the connection gone. */
  readonly enter = (_: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (this.#inside >= this.#most) {
      const [chance = 0] = this.#random.bytes(1);
      const wait = LEAST_SECONDS + Math.floor((chance * MORE_SECONDS) / 256);
      return Promise.reject(new Refusal('unavailable', 'Many devices are handing over; come again.', wait));
    }
    this.#inside += 1;
    reply.raw.once('close', () => {
      this.#inside -= 1;
    });
    return Promise.resolve();
  };
}
