import { replies, type App, type Guard } from '../http/index.ts';
import { signedIn } from './guards.ts';
import { clearSessionCookie } from './sessionCookie.ts';
import type { Sessions } from './sessions.ts';

const nothing = { type: 'object', additionalProperties: false } as const;

export function signOutEndpoint(app: App, sessions: Sessions, guard: Guard): void {
  app.post(
    '/api/console/sign-out',
    {
      onRequest: guard,
      schema: {
        summary: 'End the session',
        tags: ['console'],
        security: [{ session: [] }],
        response: replies(nothing),
      },
    },
    async (request, reply) => {
      await sessions.close(signedIn(request).sessionId);
      clearSessionCookie(request, reply);
      return {};
    },
  );
}
