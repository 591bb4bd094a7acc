import type { App, Guard } from '../http/index.ts';
import { replies } from '../http/index.ts';
import { signedIn, type Sessions } from '../people/index.ts';
import { coalesce } from './coalesce.ts';
import type { EventHub } from './eventHub.ts';

const PING_MILLISECONDS = 15_000;
/** However fast batches come, a console is told of a touchpoint at most this often. */
const REST_MILLISECONDS = 250;

const stream = {
  description:
    'Server-sent events `responses`, `devices`, `surveys` (what is asked, or where, changed) and `inbox` (what needs a person); data: {"touchpointId": ...}',
  content: { 'text/event-stream': { schema: { type: 'string' } } },
} as const;

export function eventsEndpoint(app: App, hub: EventHub, sessions: Sessions, guard: Guard): void {
  const open = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const end of open) end();
  });
  app.get(
    '/api/console/events',
    {
      onRequest: guard,
      exposeHeadRoute: false,
      schema: {
        summary: 'What changed, as it is committed',
        tags: ['console'],
        security: [{ session: [] }],
        response: { ...replies(stream) },
      },
    },
    (request, reply) => {
      const { sessionId } = signedIn(request);
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-accel-buffering': 'no',
      });
      raw.write(': welcome\n\n');
      const calm = coalesce((event) => raw.write(event), REST_MILLISECONDS);
      // The page opens the stream again by itself, and then reads anew what it shows.
      const end = (): void => void raw.end();
      const unsubscribe = hub.subscribe({
        told: (kind, touchpointId) => {
          calm.add(`event: ${kind}\ndata: ${JSON.stringify({ touchpointId })}\n\n`);
        },
        lapsed: end,
      });
      const ping = setInterval(() => {
        raw.write(': ping\n\n');
        void sessions.find(sessionId).then((session) => session ?? end(), end);
      }, PING_MILLISECONDS);
      ping.unref();
      const unwatch = sessions.watch(sessionId, end);
      open.add(end);
      raw.on('close', () => {
        clearInterval(ping);
        calm.stop();
        unsubscribe();
        unwatch();
        open.delete(end);
      });
    },
  );
}
