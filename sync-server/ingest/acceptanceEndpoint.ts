import type { Clock } from '../../core/kernel/index.ts';
import { acceptanceReplySchema } from '../../core/protocol/index.ts';
import { recordAct } from '../audit/index.ts';
import type { EventHub } from '../events/index.ts';
import { replies, type App, type Guard } from '../http/index.ts';
import { signedIn as signedInAs } from '../people/index.ts';
import type { Store } from '../store/index.ts';
import { acceptQuarantined } from './acceptQuarantined.ts';

interface AcceptanceParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventHub;
  readonly signedIn: Guard;
}

export function acceptanceEndpoint(app: App, { store, clock, events, signedIn }: AcceptanceParts): void {
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
    async (request) => {
      const by = signedInAs(request).session;
      const retried = { act: 'quarantine_retried', kind: 'quarantine', subject: '' } as const;
      await store.write((tx) => recordAct(tx, { by, at: clock.now(), ...retried }));
      return acceptQuarantined(store, events);
    },
  );
}
