import { acceptanceReplySchema } from '../../core/protocol/index.ts';
import type { EventHub } from '../events/index.ts';
import { replies, type App, type Guard } from '../http/index.ts';
import type { Store } from '../store/index.ts';
import { acceptQuarantined } from './acceptQuarantined.ts';

interface AcceptanceParts {
  readonly store: Store;
  readonly events: EventHub;
  readonly signedIn: Guard;
}

export function acceptanceEndpoint(app: App, { store, events, signedIn }: AcceptanceParts): void {
  app.post(
    '/api/console/quarantine/acceptance',
    {
      onRequest: signedIn,
      schema: {
        summary: 'Judge anew what is in quarantine; what is understood by now is counted (V3)',
        tags: ['console'],
        security: [{ session: [] }],
        response: replies(acceptanceReplySchema),
      },
    },
    () => acceptQuarantined(store, events),
  );
}
