import type { Clock } from '../../core/kernel/index.ts';
import { fleetReplySchema } from '../../core/protocol/index.ts';
import { packReply, replies, type App, type Guard } from '../http/index.ts';
import type { Store } from '../store/index.ts';
import { listFleet } from './listFleet.ts';

export function listFleetEndpoint(app: App, store: Store, clock: Clock, signedIn: Guard): void {
  app.get(
    '/api/console/devices',
    {
      onRequest: signedIn,
      onSend: packReply,
      schema: {
        summary:
          'All devices: contact, clock, and for each store epoch what came, what is missing and what does not fit',
        tags: ['console'],
        security: [{ session: [] }],
        response: replies(fleetReplySchema),
      },
    },
    async () => ({ now: clock.now(), devices: await listFleet(store.read, clock.now()) }),
  );
}
