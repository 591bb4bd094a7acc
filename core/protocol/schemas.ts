import type { FromSchema } from 'json-schema-to-ts';
import { openingHoursSchema } from './settings/openingHours.ts';
import { publicKeyMembers } from './publicKey.ts';
import { fileKeysSchema, recipientsSchema } from './syncFile/fileKeys.ts';

/**
 * The wire contract as JSON Schema: the server validates, types and documents with these very objects, the client takes its types
 * from them. Rules: SPEC.md.
 */
export const PROTOCOL = 1;

export const LIMITS = {
  /** Responses in one push. */
  maxItems: 500,
  /** Responses in one push that goes as it lies packed on the device (B11). */
  maxPackedItems: 1_000,
  /** Bytes of a push as sent (compressed). */
  maxBatchBytes: 1024 * 1024,
  /** Bytes of a push unpacked. */
  maxUnpackedBytes: 16 * 1024 * 1024,
  /** UTF-8 bytes of one response. */
  maxPayloadBytes: 1024 * 1024,
} as const;

export const VERDICTS = [
  'stored',
  'duplicate',
  'quarantined',
  'conflict',
  'bad_hash',
  'too_large',
  'tombstoned',
  'retry',
] as const;
export type Verdict = (typeof VERDICTS)[number];

const id = { type: 'string', minLength: 1, maxLength: 100 } as const;
const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;
const protocol = { type: 'integer', const: 1 } as const;
const count = { type: 'integer', minimum: 0 } as const;
const anyObject = { type: 'object', additionalProperties: true } as const;

const publicKey = {
  type: 'object',
  description: 'ECDSA P-256 public key as JWK',
  required: ['kty', 'crv', 'x', 'y'],
  properties: publicKeyMembers,
} as const;

const touchpoint = {
  type: 'object',
  required: ['touchpointId', 'name', 'timezone'],
  properties: {
    touchpointId: id,
    name: { type: 'string' },
    timezone: { type: 'string', description: 'IANA name' },
    openingHours: openingHoursSchema,
  },
  additionalProperties: false,
} as const;

const survey = {
  type: 'object',
  description: 'A survey in use and the published version of its questionnaire',
  required: ['surveyId', 'questionnaireId', 'questionnaireVersion', 'definition'],
  properties: {
    surveyId: id,
    questionnaireId: id,
    questionnaireVersion: id,
    definition: anyObject,
    sealedTo: {
      ...recipientsSchema,
      description:
        "left out: it is not sealed (K1). X25519 recipients of age: the project's, then the one for recovery",
    },
  },
  additionalProperties: false,
} as const;

export const enrolRequestSchema = {
  type: 'object',
  required: ['protocol', 'code', 'publicKey', 'installId', 'appVersion'],
  properties: {
    protocol,
    code: { type: 'string', minLength: 1, maxLength: 64 },
    publicKey,
    installId: id,
    appVersion: id,
  },
} as const;

export const enrolReplySchema = {
  type: 'object',
  required: ['protocol', 'serverId', 'deviceId', 'deviceName', 'touchpoint', 'survey', 'devicePin'],
  properties: {
    protocol,
    serverId: id,
    deviceId: id,
    deviceName: { type: 'string' },
    touchpoint,
    survey,
    devicePin: { type: 'string', description: 'PIN of the hidden device page' },
    fileKeys: fileKeysSchema,
  },
  additionalProperties: false,
} as const;

export const challengeRequestSchema = {
  type: 'object',
  required: ['protocol', 'deviceId'],
  properties: { protocol, deviceId: id },
} as const;

export const challengeReplySchema = {
  type: 'object',
  required: ['protocol', 'serverId', 'nonce'],
  properties: { protocol, serverId: id, nonce: { type: 'string' } },
  additionalProperties: false,
} as const;

const health = {
  type: 'object',
  description: "What the device says of itself; the heartbeat's content",
  required: ['waiting', 'parked', 'appVersion'],
  properties: {
    waiting: { ...count, description: 'responses in the outbox' },
    parked: count,
    oldestWaitingAt: { type: 'number', description: 'device time of the oldest waiting response' },
    lastResponseAt: { type: 'number' },
    appVersion: id,
    storagePersisted: { type: 'boolean' },
    storageUsedBytes: { type: 'number' },
    storageQuotaBytes: { type: 'number' },
    storeLoss: {
      type: 'object',
      description: 'what the device last found damaged in its storage',
      required: ['at', 'restored', 'lost'],
      properties: {
        at: { type: 'number', description: 'device time' },
        restored: { ...count, description: 'responses brought back from its second copy' },
        lost: { ...count, description: 'unsent responses that could not be brought back' },
        uncertain: {
          type: 'boolean',
          description: 'there may be more of them: its second copy was damaged, too',
        },
      },
    },
    setAside: { ...count, description: 'responses of another server, to which they were never sent (E6)' },
    copyMissing: { type: 'boolean', description: 'nothing keeps a second copy of what is not acknowledged' },
    noRoom: { type: 'boolean', description: 'its disk is full, or nearly' },
    commissioned: { type: 'boolean', description: 'it was found able to start without the server (H11)' },
  },
} as const;

export const helloRequestSchema = {
  type: 'object',
  required: ['protocol', 'deviceId', 'nonce', 'signature', 'storeEpoch', 'lastSeq', 'deviceNow', 'health'],
  properties: {
    protocol,
    deviceId: id,
    nonce: { type: 'string', maxLength: 200 },
    signature: {
      type: 'string',
      maxLength: 200,
      description: 'base64url, IEEE P1363, over helloStatement()',
    },
    storeEpoch: id,
    lastSeq: count,
    firstSeq: {
      type: 'integer',
      minimum: 1,
      description: 'first sequence number of the store epoch; 1 when left out',
    },
    deviceNow: { type: 'number' },
    cursor: {
      ...id,
      description: 'as the last hello replied; what it stands for need not be sent again (D1)',
    },
    questionnaireVersion: {
      ...id,
      description: 'the version of the questionnaire that the device holds',
    },
    health,
  },
} as const;

export const helloReplySchema = {
  type: 'object',
  required: [
    'protocol',
    'serverId',
    'token',
    'tokenSeconds',
    'now',
    'storeEpoch',
    'highWater',
    'limits',
    'touchpoint',
  ],
  properties: {
    protocol,
    serverId: id,
    token: { type: 'string' },
    tokenSeconds: count,
    now: { type: 'number' },
    storeEpoch: {
      ...id,
      description: "the server's: another one says that its store was restored or replaced (H6)",
    },
    highWater: {
      ...count,
      description: 'nothing is missing up to this sequence number of the device store epoch',
    },
    held: { ...count, description: 'sequence numbers of the device store epoch that are here (H6)' },
    highWaterChain: {
      ...hash,
      description: 'chain hash of the response at highWater; left out where that is 0',
    },
    backupHorizon: {
      type: 'number',
      description:
        "what came before this moment of the server's clock is in a verified backup; 0: there is none (H7)",
    },
    deviceStatus: { type: 'string', enum: ['active', 'revoked'] },
    order: {
      type: 'string',
      enum: ['newStoreEpoch'],
      description: 'the device was cloned or restored: go on under a store epoch of its own (H8)',
    },
    cursor: id,
    limits: {
      type: 'object',
      required: ['maxItems', 'maxBatchBytes', 'maxPayloadBytes'],
      properties: {
        maxItems: count,
        maxPackedItems: {
          ...count,
          description: 'items in a push, where those that follow on each other leave out `chain` (B11)',
        },
        maxBatchBytes: count,
        maxPayloadBytes: count,
      },
      additionalProperties: false,
    },
    touchpoint,
    survey,
    fileKeys: fileKeysSchema,
  },
  additionalProperties: false,
} as const;

export const pushRequestSchema = {
  type: 'object',
  required: ['protocol', 'batchId', 'deviceId', 'storeEpoch', 'items'],
  properties: {
    protocol,
    batchId: id,
    deviceId: id,
    storeEpoch: id,
    firstSeq: {
      type: 'integer',
      minimum: 1,
      description: 'first sequence number of the store epoch, for a server that has not met it yet (B10)',
    },
    brief: { type: 'boolean', description: 'say of what is stored only how many and which digest (B9)' },
    items: {
      type: 'array',
      minItems: 1,
      maxItems: LIMITS.maxPackedItems,
      description:
        'PushItem each; checked one by one, so that a malformed one cannot block its neighbours (B4)',
      items: {},
    },
  },
} as const;

export const pushReplySchema = {
  type: 'object',
  required: ['protocol', 'serverId', 'batchId', 'now', 'items'],
  properties: {
    protocol,
    serverId: id,
    batchId: id,
    now: {
      type: 'number',
      description: "the server's clock, after the commit: a backup made later holds the batch (H7)",
    },
    held: { ...count, description: 'sequence numbers of the batch’s store epoch that are here now (H6)' },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['responseId', 'rev', 'contentHash', 'verdict'],
        properties: {
          responseId: { type: 'string' },
          rev: { type: 'integer' },
          contentHash: { type: 'string' },
          verdict: { type: 'string', enum: VERDICTS },
          reason: { type: 'string', description: 'what was not understood; never an answer' },
        },
        additionalProperties: false,
      },
    },
    stored: {
      type: 'object',
      description: 'in a brief reply: everything that `items` does not name is stored (B9)',
      required: ['count', 'digest'],
      properties: { count, digest: hash },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
} as const;

export type EnrolRequest = FromSchema<typeof enrolRequestSchema>;
export type EnrolReply = FromSchema<typeof enrolReplySchema>;
export type HelloRequest = FromSchema<typeof helloRequestSchema>;
export type HelloReply = FromSchema<typeof helloReplySchema>;
export type DeviceHealth = HelloRequest['health'];
export type PushRequest = FromSchema<typeof pushRequestSchema>;
/** One response of a batch. Items are read one by one on the server (B4): `rev` and `seq` from 1, hashes as 64 lower-case hex digits. */
export interface PushItem {
  readonly responseId: string;
  readonly rev: number;
  readonly seq: number;
  readonly contentHash: string;
  readonly chain: string;
  /** Canonical JSON of the response; `contentHash` is over its UTF-8 bytes. */
  readonly payload: string;
}
export type PushReply = FromSchema<typeof pushReplySchema>;
export type PushVerdict = PushReply['items'][number];
export type TouchpointInfo = EnrolReply['touchpoint'];
export type SurveyInfo = EnrolReply['survey'];
