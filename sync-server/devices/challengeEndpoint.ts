import { PROTOCOL, challengeReplySchema, challengeRequestSchema } from '../../core/protocol/index.ts';
import { Refusal, replies, type App, type Crowd, type Guard } from '../http/index.ts';
import type { SignedSecrets } from '../secrets/index.ts';
import type { Store } from '../store/index.ts';
import { findDevice } from './findDevice.ts';

interface ChallengeParts {
  readonly store: Store;
  readonly nonces: SignedSecrets;
  readonly withinAllowance: Guard;
  readonly unlessLate: Guard;
  /** Hellos: a nonce is of use only to whom they let in. */
  readonly crowd: Crowd;
}

export function challengeEndpoint(
  app: App,
  { store, nonces, withinAllowance, unlessLate, crowd }: ChallengeParts,
): void {
  app.post(
    '/api/sync/challenge',
    {
      onRequest: [unlessLate, crowd.ifRoom, withinAllowance],
      schema: {
        summary: 'A nonce for the next hello (H1)',
        tags: ['device'],
        body: challengeRequestSchema,
        response: replies(challengeReplySchema),
      },
    },
    async ({ body }) => {
      const device = await findDevice(store.read, body.deviceId);
      if (device === null) throw new Refusal('device_unknown', 'Enrol this device on this server.');
      const nonce = await nonces.issue(device.deviceId);
      return { protocol: PROTOCOL, serverId: store.serverId, nonce } as const;
    },
  );
}
