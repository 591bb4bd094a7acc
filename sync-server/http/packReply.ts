import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const pack = promisify(gzip);

/** Less than this is not worth the work: it fits into a packet or two. */
const LEAST_BYTES = 2_048;

/**
 * An `onSend` hook for routes that may answer much: gzip, where the client takes it. Not for pushes: between their verdicts and the
 * device stands nothing but JSON.
 */
export async function packReply(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  reply.header('vary', 'accept-encoding');
  const accepted = request.headers['accept-encoding'];
  if (typeof payload !== 'string' || payload.length < LEAST_BYTES) return payload;
  if (accepted === undefined || !/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return payload;
  reply.header('content-encoding', 'gzip').removeHeader('content-length');
  return pack(payload, { level: constants.Z_BEST_SPEED + 2 });
}
