import type { FastifyRequest } from 'fastify';

/** Runs before anything of the body is read; throws a Refusal when the caller may not pass. */
export type Guard = (request: FastifyRequest) => Promise<void>;
