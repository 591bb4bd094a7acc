import type { Clock } from '../../core/kernel/index.ts';
import { acceptanceReplySchema } from '../../core/protocol/index.ts';
import { recordAct } from '../audit/index.ts';
import { findDevice } from '../devices/index.ts';
import type { EventHub } from '../events/index.ts';
import { Refusal, replies, type App, type Guard } from '../http/index.ts';
import { signedIn as signedInAs } from '../people/index.ts';
import type { Store } from '../store/index.ts';
import { acceptQuarantined } from './acceptQuarantined.ts';
import { noteAcceptance } from './acceptances.ts';

const paramsSchema = {
  type: 'object',
  required: ['deviceId'],
  properties: { deviceId: { type: 'string', maxLength: 100 } },
} as const;

interface AcceptanceParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventHub;
  readonly signedIn: Guard;
}

export function deviceAcceptanceEndpoint(
  app: App,
  { store, clock, events, signedIn }: AcceptanceParts,
): void {
  app.post(
    '/api/console/devices/:deviceId/acceptance',
    {
      onRequest: signedIn,
      schema: {
        summary: 'Count what a device has sent so far while it was revoked (H9); who said so is kept',
        tags: ['console'],
        security: [{ session: [] }],
        params: paramsSchema,
        response: replies(acceptanceReplySchema),
      },
    },
    async (request) => {
      const { deviceId } = request.params;
      if ((await findDevice(store.read, deviceId)) === null)
        throw new Refusal('not_found', 'There is no such device.');
      const by = signedInAs(request).session;
      await store.write(async (tx) => {
        const at = clock.now();
        await noteAcceptance(tx, { deviceId, by: by.name, at });
        await recordAct(tx, { by, at, act: 'device_accepted', kind: 'device', subject: deviceId });
      });
      return acceptQuarantined(store, events, deviceId);
    },
  );
}
