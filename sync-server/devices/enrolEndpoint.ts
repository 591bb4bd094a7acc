import type { Attempts } from '../attempts/index.ts';
import type { Clock, RandomSource } from '../../core/kernel/index.ts';
import { PROTOCOL, enrolReplySchema, enrolRequestSchema, type FileKeys } from '../../core/protocol/index.ts';
import { Refusal, replies, type App } from '../http/index.ts';
import { sealedTo } from '../projectKeys/index.ts';
import type { Store } from '../store/index.ts';
import { findSurvey } from '../surveys/index.ts';
import { findTouchpoint, infoOf } from '../touchpoints/index.ts';
import { enrolDevice, type EnrolledDevice } from './enrolDevice.ts';
import { isPublicKey } from './verifySignature.ts';

interface EnrolParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly attempts: Attempts;
  readonly fileKeys: FileKeys;
}

export function enrolEndpoint(app: App, { store, clock, random, attempts, fileKeys }: EnrolParts): void {
  app.post(
    '/api/device/enrol',
    {
      schema: {
        summary: 'Exchange a one-time code for a device (E1 to E5)',
        tags: ['device'],
        body: enrolRequestSchema,
        response: replies(enrolReplySchema),
      },
    },
    async ({ body, ip }) => {
      const wait = attempts.waitSeconds(ip);
      if (wait > 0) throw new Refusal('too_many_requests', 'Too many wrong codes; wait a little.', wait);
      if (!(await isPublicKey(body.publicKey)))
        throw new Refusal('bad_request', 'publicKey: not a point of P-256.');
      const enrolled = await store.write((tx) => enrolDevice(tx, body, clock, random));
      if (!enrolled.ok) {
        attempts.fail(ip);
        throw new Refusal(enrolled.error, 'Ask head office for a new enrolment link or QR code.');
      }
      return { ...(await describe(store, enrolled.value, fileKeys)), fileKeys };
    },
  );
}

async function describe(store: Store, device: EnrolledDevice, fileKeys: FileKeys) {
  const touchpoint = await findTouchpoint(store.read, device.touchpointId);
  const survey = touchpoint && (await findSurvey(store.read, touchpoint.surveyId));
  if (touchpoint === null || survey === null)
    throw new Error('an enrolled device without touchpoint or survey');
  return {
    protocol: PROTOCOL,
    serverId: store.serverId,
    deviceId: device.deviceId,
    deviceName: device.name,
    touchpoint: infoOf(touchpoint),
    survey: { ...survey, ...(await sealedTo(store.read, survey, fileKeys)) },
    devicePin: device.pin,
  } as const;
}
