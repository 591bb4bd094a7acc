import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { makeProblem } from '../../core/protocol/index.ts';
import { isStoreTrouble } from '../store/index.ts';
import type { App } from './app.ts';
import { Refusal } from './refusal.ts';

const STORE_TROUBLE_SECONDS = 30;

/** Every error leaves as a problem (F2); what went wrong inside is only logged. */
export function handleErrors(app: App, serverId: string): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.problem === 'internal' || isStoreTrouble(error)) {
      request.log.error({ err: error, req: request }, 'request failed');
    }
    return sendProblem(refusal, serverId, request, reply);
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      new Refusal('not_found', 'Nothing answers this method at this path.'),
      serverId,
      request,
      reply,
    ),
  );
}

/** What is not even HTTP gets a problem too, and the line is cut. */
export function answerUnreadable(socket: Socket, serverId: string): void {
  if (!socket.writable) return;
  const problem = makeProblem('bad_request', serverId, 'The request is not readable HTTP.');
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${String(problem.status)} Bad Request\r\ncontent-type: application/problem+json\r\n` +
      `content-length: ${String(Buffer.byteLength(body))}\r\nconnection: close\r\n\r\n${body}`,
  );
}

function refusalOf(error: FastifyError): Refusal {
  if (error instanceof Refusal) return error;
  if (isStoreTrouble(error)) {
    return new Refusal(
      'unavailable',
      'The store cannot be written at the moment (disk full, locked or read-only). Nothing was acknowledged; send again later.',
      STORE_TROUBLE_SECONDS,
    );
  }
  if (error.validation !== undefined) return new Refusal('bad_request', error.message);
  const status = error.statusCode ?? 500;
  if (status === 413) return new Refusal('batch_too_large', 'The request is larger than this server takes.');
  if (status === 429)
    return new Refusal('too_many_requests', 'Too many requests from this address; wait a little.');
  if (status >= 400 && status < 500) return new Refusal('bad_request', 'The request could not be read.');
  return new Refusal(
    'internal',
    'Something failed on the server. Nothing was acknowledged; send again later.',
  );
}

function sendProblem(refusal: Refusal, serverId: string, request: FastifyRequest, reply: FastifyReply) {
  if (refusal.retryAfterSeconds !== undefined)
    reply.header('retry-after', Math.ceil(refusal.retryAfterSeconds));
  // A client still sending must be able to read the refusal: what it sends is thrown away unread instead of cutting the line.
  reply.removeHeader('connection');
  request.raw.resume();
  const problem = makeProblem(refusal.problem, serverId, refusal.message);
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}
