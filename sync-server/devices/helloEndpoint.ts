import { hash } from 'node:crypto';
import type { Clock } from '../../core/kernel/index.ts';
import {
  LIMITS,
  PROTOCOL,
  helloReplySchema,
  helloRequestSchema,
  helloStatement,
  type FileKeys,
  type HelloRequest,
} from '../../core/protocol/index.ts';
import type { Attempts } from '../attempts/index.ts';
import type { EventHub } from '../events/index.ts';
import { Refusal, packReply, replies, type App, type Crowd, type Guard } from '../http/index.ts';
import { sealedTo } from '../projectKeys/index.ts';
import type { SignedSecrets } from '../secrets/index.ts';
import type { Store } from '../store/index.ts';
import { findCurrentVersion, findSurvey } from '../surveys/index.ts';
import { findTouchpoint, infoOf, type Touchpoint } from '../touchpoints/index.ts';
import { findDevice, type Device } from './findDevice.ts';
import { recordHello } from './recordHello.ts';
import { spendNonce } from './spendNonce.ts';
import { tellBackupHorizon } from './tellBackupHorizon.ts';
import { verifySignature } from './verifySignature.ts';

export const TOKEN_SECONDS = 3600;

interface HelloParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly nonces: SignedSecrets;
  readonly tokens: SignedSecrets;
  readonly events: EventHub;
  readonly withinAllowance: Guard;
  readonly unlessLate: Guard;
  readonly crowd: Crowd;
  /** By address and device together, so that no device can hold up another one. */
  readonly attempts: Attempts;
  /** What devices write sync files for (L7). */
  readonly fileKeys: FileKeys;
}

export function helloEndpoint(app: App, parts: HelloParts): void {
  app.post(
    '/api/sync/hello',
    {
      onRequest: [parts.unlessLate, parts.withinAllowance, parts.crowd.enter],
      onSend: packReply,
      schema: {
        summary: 'Prove the device, report its health, get a token and what changed (H1 to H9, D1)',
        tags: ['device'],
        body: helloRequestSchema,
        response: replies(helloReplySchema),
      },
    },
    async ({ body, ip }) => {
      const { device, nonceUntil } = await prove(parts, body, ip);
      const chain = await parts.store.write(
        async (tx) => {
          if (!(await spendNonce(tx, body.nonce, nonceUntil))) throw unproved();
          return recordHello(tx, device, body, parts.clock.now());
        },
        { device: device.deviceId },
      );
      parts.events.publish('devices', device.touchpointId);
      return welcome(parts, device, body, chain);
    },
  );
}

async function prove(
  { store, nonces, attempts }: HelloParts,
  body: HelloRequest,
  ip: string,
): Promise<{ readonly device: Device; readonly nonceUntil: number }> {
  const device = await findDevice(store.read, body.deviceId);
  if (device === null) throw new Refusal('device_unknown', 'Enrol this device on this server.');
  const key = `${ip} ${device.deviceId}`;
  const wait = attempts.waitSeconds(key);
  if (wait > 0) throw new Refusal('too_many_requests', 'Too many wrong signatures; wait a little.', wait);
  const nonce = await nonces.read(body.nonce);
  const statement = helloStatement(store.serverId, device.deviceId, body.nonce);
  const isFresh = nonce?.owner === device.deviceId;
  if (!isFresh || !(await verifySignature(device.publicKey, statement, body.signature))) {
    attempts.fail(key);
    throw unproved();
  }
  attempts.succeed(key);
  return { device, nonceUntil: nonce.until };
}

const unproved = (): Refusal => new Refusal('signature_invalid', 'Get a new nonce and sign again.');

async function welcome(
  { store, clock, tokens, fileKeys }: HelloParts,
  device: Device,
  body: HelloRequest,
  { highWater, highWaterChain, held, forked }: Awaited<ReturnType<typeof recordHello>>,
) {
  const now = clock.now();
  const touchpoint = await findTouchpoint(store.read, device.touchpointId);
  const current = touchpoint && (await findCurrentVersion(store.read, touchpoint.surveyId));
  if (touchpoint === null || current === null) throw new Error('a device without touchpoint or survey');
  const { maxItems, maxPackedItems, maxBatchBytes, maxPayloadBytes } = LIMITS;
  const to = await sealedTo(store.read, current, fileKeys);
  const cursor = cursorOf(touchpoint, current, to);
  const survey = holds(body, cursor, current) ? null : await findSurvey(store.read, touchpoint.surveyId);
  return {
    protocol: PROTOCOL,
    serverId: store.serverId,
    token: await tokens.issue(device.deviceId),
    tokenSeconds: TOKEN_SECONDS,
    now,
    storeEpoch: store.storeEpoch,
    highWater,
    held,
    ...(highWaterChain === null ? {} : { highWaterChain }),
    backupHorizon: await tellBackupHorizon(store, now),
    deviceStatus: device.revokedAt === null ? 'active' : 'revoked',
    ...(forked ? { order: 'newStoreEpoch' as const } : {}),
    cursor,
    limits: { maxItems, maxPackedItems, maxBatchBytes, maxPayloadBytes },
    touchpoint: infoOf(touchpoint),
    fileKeys,
    ...(survey === null ? {} : { survey: { ...survey, ...to } }),
  } as const;
}

type CurrentVersion = NonNullable<Awaited<ReturnType<typeof findCurrentVersion>>>;

/** A device that says to hold another version than its cursor stands for has lost one of the two (D2). */
const holds = (
  { cursor, questionnaireVersion: held }: HelloRequest,
  current: string,
  { questionnaireVersion }: CurrentVersion,
): boolean => cursor === current && (held === undefined || held === questionnaireVersion);

/** Changes with everything that a device at this touchpoint is to hold (D1). */
const cursorOf = (
  touchpoint: Touchpoint,
  { surveyId, questionnaireId, questionnaireVersion }: CurrentVersion,
  { sealedTo: recipients = [] }: Awaited<ReturnType<typeof sealedTo>>,
): string =>
  hash(
    'sha256',
    JSON.stringify([touchpoint, surveyId, questionnaireId, questionnaireVersion, ...recipients]),
    'base64url',
  );
