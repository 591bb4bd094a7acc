import { hash } from 'node:crypto';
import type { Clock } from '../../core/kernel/index.ts';
import { PROTOCOL, briefly, pushReplySchema, pushRequestSchema } from '../../core/protocol/index.ts';
import { findDevice, requestingDevice } from '../devices/index.ts';
import type { EventHub } from '../events/index.ts';
import { Refusal, replies, type App, type Crowd, type Guard } from '../http/index.ts';
import type { Store } from '../store/index.ts';
import { ingestBatch } from './ingestBatch.ts';

interface PushParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventHub;
  readonly withToken: Guard;
  readonly crowd: Crowd;
  readonly unlessLate: Guard;
}

export function pushEndpoint(app: App, parts: PushParts): void {
  app.post(
    '/api/sync/push',
    {
      onRequest: [parts.unlessLate, parts.withToken, parts.crowd.enter],
      schema: {
        summary: 'Hand over responses; a verdict for each (B1 to B7, V1 to V9)',
        tags: ['device'],
        security: [{ deviceToken: [] }],
        body: pushRequestSchema,
        response: replies(pushReplySchema),
      },
      serializerCompiler: () => JSON.stringify,
    },
    async (request) => {
      const { body } = request;
      if (body.deviceId !== requestingDevice(request))
        throw new Refusal('device_mismatch', 'Send a batch with the token of its own device.');
      const device = await findDevice(parts.store.read, body.deviceId);
      if (device === null) throw new Refusal('token_invalid', 'Say hello for a new token, then send again.');
      const { verdicts, held } = await ingestBatch(parts, device, body);
      const { serverId } = parts.store;
      return {
        protocol: PROTOCOL,
        serverId,
        batchId: body.batchId,
        now: parts.clock.now(),
        held,
        ...(body.brief === true
          ? briefly(verdicts, (text) => hash('sha256', text, 'hex'))
          : { items: verdicts }),
      } as const;
    },
  );
}
