import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_SECONDS } from './sessions.ts';

/** Over https the name itself makes browsers insist on Secure, the whole path and no domain; over plain http they would refuse it. */
const nameFor = (request: FastifyRequest): string =>
  request.protocol === 'https' ? '__Host-earshot_session' : 'earshot_session';

const attributesFor = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' }) as const;

export const readSessionCookie = (request: FastifyRequest): string | undefined =>
  request.cookies[nameFor(request)];

export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, sessionId: string): void {
  reply.setCookie(nameFor(request), sessionId, { ...attributesFor(request), maxAge: SESSION_SECONDS });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(nameFor(request), attributesFor(request));
}
