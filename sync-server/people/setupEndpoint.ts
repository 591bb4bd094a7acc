import type { Attempts } from '../attempts/index.ts';
import { recordAct } from '../audit/index.ts';
import { makeUuidV7, type Clock, type RandomSource } from '../../core/kernel/index.ts';
import {
  sessionReplySchema,
  setupRequestSchema,
  type Session,
  type SetupRequest,
} from '../../core/protocol/index.ts';
import { Refusal, replies, type App } from '../http/index.ts';
import { TENANT, type Store, type Tx } from '../store/index.ts';

import { sameOrigin } from './guards.ts';
import { hashPassword } from './password.ts';
import { setSessionCookie } from './sessionCookie.ts';
import type { Sessions } from './sessions.ts';
import { hasAdministrator, type SetupCode } from './setupCode.ts';

interface SetupParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly sessions: Sessions;
  readonly setupCode: SetupCode;
  readonly attempts: Attempts;
}

export function setupEndpoint(app: App, parts: SetupParts): void {
  const { setupCode, attempts } = parts;
  app.post(
    '/api/console/setup',
    {
      onRequest: sameOrigin,
      schema: {
        summary: 'Make the first administrator with the code that the server printed, and sign in',
        tags: ['console'],
        body: setupRequestSchema,
        response: replies(sessionReplySchema),
      },
    },
    async (request, reply) => {
      const wait = attempts.waitSeconds(request.ip);
      if (wait > 0) throw new Refusal('too_many_requests', 'Too many wrong codes; wait a little.', wait);
      const made = setupCode.matches(request.body.code) ? await makeFirst(parts, request.body) : null;
      if (made === null) {
        attempts.fail(request.ip);
        if (await hasAdministrator(parts.store.read))
          throw new Refusal('already_set_up', 'The first administrator exists; sign in.');
        throw new Refusal('setup_code_invalid', 'Start the server again for a new link, or sign in.');
      }
      setSessionCookie(request, reply, made.sessionId);
      return made.session;
    },
  );
}

async function makeFirst({ store, clock, random, sessions }: SetupParts, body: SetupRequest) {
  const session = {
    personId: makeUuidV7(clock.now(), random),
    name: body.name,
    email: body.email.toLowerCase(),
    role: 'administrator',
  } as const;
  const passwordHash = await hashPassword(body.password);
  return store.write(async (tx) => {
    if (await hasAdministrator(tx)) return null;
    const at = clock.now();
    await addPerson(tx, session, passwordHash, at);
    const { personId, role } = session;
    const added = { act: 'person_added', kind: 'person', subject: personId, detail: { role } } as const;
    await recordAct(tx, { by: session, at, ...added });
    return { session, sessionId: await sessions.open(tx, session.personId) };
  });
}

async function addPerson(tx: Tx, person: Session, passwordHash: string, now: number): Promise<void> {
  const { personId, name, email, role } = person;
  await tx
    .insertInto('person')
    .values({
      tenant_id: TENANT,
      person_id: personId,
      name,
      email,
      role,
      password_hash: passwordHash,
      created_at: now,
    })
    .execute();
}
