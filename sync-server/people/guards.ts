import type { FastifyRequest } from 'fastify';
import type { Session } from '../../core/protocol/index.ts';
import { Refusal, type Guard } from '../http/index.ts';
import { readSessionCookie } from './sessionCookie.ts';
import type { Sessions } from './sessions.ts';

/** Who is signed in behind a request, and with which session. */
export interface SignedIn {
  readonly session: Session;
  readonly sessionId: string;
}

const guarded = new WeakMap<FastifyRequest, SignedIn>();

/** Lets only signed-in people pass; a request that may change something must also come from our own pages. */
export function signedInGuard(sessions: Sessions): Guard {
  return async (request) => {
    if (request.method !== 'GET') await sameOrigin(request);
    const sessionId = readSessionCookie(request);
    const session = sessionId === undefined ? null : await sessions.find(sessionId);
    if (sessionId === undefined || session === null)
      throw new Refusal('not_signed_in', 'Sign in and try again.');
    guarded.set(request, { session, sessionId });
  };
}

/** Only behind `signedInGuard`. */
export function signedIn(request: FastifyRequest): SignedIn {
  const found = guarded.get(request);
  if (found === undefined) throw new Error('the route has no signedInGuard');
  return found;
}

/** Browsers say where a request comes from; another site's page must not act in a signed-in person's name. */
export const sameOrigin: Guard = (request) => {
  const { origin } = request.headers;
  if (origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.host)
    return Promise.resolve();
  return Promise.reject(new Refusal('forbidden', 'This address answers only the pages of this server.'));
};
