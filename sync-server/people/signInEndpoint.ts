import type { Attempts } from '../attempts/index.ts';
import { sessionReplySchema, signInRequestSchema, type SignInRequest } from '../../core/protocol/index.ts';
import { Refusal, replies, type App } from '../http/index.ts';
import { TENANT, type Store } from '../store/index.ts';

import { sameOrigin } from './guards.ts';
import { verifyPassword } from './password.ts';
import { readSessionCookie, setSessionCookie } from './sessionCookie.ts';
import type { Sessions } from './sessions.ts';

interface SignInParts {
  readonly store: Store;
  readonly sessions: Sessions;
  /** By address of the network. */
  readonly attempts: Attempts;
  /** By account and address of the network together, so that nobody can lock others out of their account. */
  readonly accountAttempts: Attempts;
}

export function signInEndpoint(app: App, parts: SignInParts): void {
  const { store, sessions, attempts, accountAttempts } = parts;
  app.post(
    '/api/console/sign-in',
    {
      onRequest: sameOrigin,
      schema: {
        summary: 'Sign in with e-mail address and password',
        tags: ['console'],
        body: signInRequestSchema,
        response: replies(sessionReplySchema),
      },
    },
    async (request, reply) => {
      const account = `${request.ip} ${request.body.email.toLowerCase()}`;
      const wait = Math.max(attempts.waitSeconds(request.ip), accountAttempts.waitSeconds(account));
      if (wait > 0) throw new Refusal('too_many_requests', 'Too many wrong passwords; wait a little.', wait);
      const session = await authenticate(store, request.body);
      if (session === null) {
        attempts.fail(request.ip);
        accountAttempts.fail(account);
        throw new Refusal('credentials_invalid', 'Check the address and the password.');
      }
      accountAttempts.succeed(account);
      const before = readSessionCookie(request);
      if (before !== undefined) await sessions.close(before);
      setSessionCookie(request, reply, await store.write((tx) => sessions.open(tx, session.personId)));
      return session;
    },
  );
}

async function authenticate(store: Store, { email, password }: SignInRequest) {
  const person = await store.read
    .selectFrom('person')
    .where('tenant_id', '=', TENANT)
    .where('email', '=', email.toLowerCase())
    .select(['person_id as personId', 'name', 'email', 'password_hash'])
    .executeTakeFirst();
  if (!(await verifyPassword(person?.password_hash, password)) || person === undefined) return null;
  return {
    personId: person.personId,
    name: person.name,
    email: person.email,
    role: 'administrator',
  } as const;
}
