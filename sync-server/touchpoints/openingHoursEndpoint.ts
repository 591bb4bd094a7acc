import type { Clock } from '../../core/kernel/index.ts';
import { openingHoursReplySchema, openingHoursRequestSchema } from '../../core/protocol/index.ts';
import { recordAct } from '../audit/index.ts';
import type { EventHub } from '../events/index.ts';
import { Refusal, replies, type App, type Guard } from '../http/index.ts';
import { signedIn as signedInAs } from '../people/index.ts';
import { TENANT, type Store } from '../store/index.ts';
import { findTouchpoint } from './findTouchpoint.ts';

const paramsSchema = {
  type: 'object',
  required: ['touchpointId'],
  properties: { touchpointId: { type: 'string', maxLength: 100 } },
} as const;

interface OpeningHoursParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventHub;
  readonly signedIn: Guard;
}

export function openingHoursEndpoint(app: App, { store, clock, events, signedIn }: OpeningHoursParts): void {
  app.post(
    '/api/console/touchpoints/:touchpointId/opening-hours',
    {
      onRequest: signedIn,
      schema: {
        summary: 'Say when a touchpoint is open; its devices hear of it at their next hello (D6)',
        tags: ['console'],
        security: [{ session: [] }],
        params: paramsSchema,
        body: openingHoursRequestSchema,
        response: replies(openingHoursReplySchema),
      },
    },
    async (request) => {
      const { touchpointId } = request.params;
      const { openingHours } = request.body;
      if ((await findTouchpoint(store.read, touchpointId)) === null)
        throw new Refusal('not_found', 'There is no such touchpoint.');
      const by = signedInAs(request).session;
      await store.write(async (tx) => {
        await tx
          .updateTable('touchpoint')
          .set({ opening_hours: openingHours === null ? null : JSON.stringify(openingHours) })
          .where('tenant_id', '=', TENANT)
          .where('touchpoint_id', '=', touchpointId)
          .execute();
        const changed = { act: 'opening_hours_changed', kind: 'touchpoint', subject: touchpointId } as const;
        await recordAct(tx, { by, at: clock.now(), ...changed, detail: { openingHours } });
      });
      events.publish('surveys', touchpointId);
      return { touchpointId, openingHours };
    },
  );
}
