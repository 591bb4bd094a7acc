import type { Clock } from '../../core/kernel/index.ts';
import { revocationReplySchema, revocationRequestSchema } from '../../core/protocol/index.ts';
import { recordAct } from '../audit/index.ts';
import type { EventHub } from '../events/index.ts';
import { Refusal, replies, type App, type Guard } from '../http/index.ts';
import { signedIn as signedInAs } from '../people/index.ts';
import { TENANT, type Store } from '../store/index.ts';
import { findDevice } from './findDevice.ts';

const paramsSchema = {
  type: 'object',
  required: ['deviceId'],
  properties: { deviceId: { type: 'string', maxLength: 100 } },
} as const;

interface RevocationParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventHub;
  readonly signedIn: Guard;
}

export function revocationEndpoint(app: App, { store, clock, events, signedIn }: RevocationParts): void {
  app.post(
    '/api/console/devices/:deviceId/revocation',
    {
      onRequest: signedIn,
      schema: {
        summary:
          'Revoke a device, or trust it again: while it is revoked, what it sends goes to quarantine (H9)',
        tags: ['console'],
        security: [{ session: [] }],
        params: paramsSchema,
        body: revocationRequestSchema,
        response: replies(revocationReplySchema),
      },
    },
    async (request) => {
      const { deviceId } = request.params;
      const { revoked } = request.body;
      const device = await findDevice(store.read, deviceId);
      if (device === null) throw new Refusal('not_found', 'There is no such device.');
      const revokedAt = revoked ? (device.revokedAt ?? clock.now()) : null;
      const by = signedInAs(request).session;
      await store.write(async (tx) => {
        await tx
          .updateTable('device')
          .set({ revoked_at: revokedAt })
          .where('tenant_id', '=', TENANT)
          .where('device_id', '=', deviceId)
          .execute();
        if (revokedAt === device.revokedAt) return;
        const act = revoked ? 'device_revoked' : 'device_trusted';
        await recordAct(tx, { by, at: clock.now(), act, kind: 'device', subject: deviceId });
      });
      events.publish('devices', device.touchpointId);
      return { deviceId, revokedAt };
    },
  );
}
