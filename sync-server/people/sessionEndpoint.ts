import { sessionReplySchema } from '../../core/protocol/index.ts';
import { replies, type App, type Guard } from '../http/index.ts';
import { signedIn } from './guards.ts';

export function sessionEndpoint(app: App, guard: Guard): void {
  app.get(
    '/api/console/session',
    {
      onRequest: guard,
      schema: {
        summary: 'Who is signed in',
        tags: ['console'],
        security: [{ session: [] }],
        response: replies(sessionReplySchema),
      },
    },
    async (request) => signedIn(request).session,
  );
}
