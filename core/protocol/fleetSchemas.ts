import type { FromSchema } from 'json-schema-to-ts';

const id = { type: 'string', minLength: 1, maxLength: 100 } as const;
const count = { type: 'integer', minimum: 0 } as const;
const momentOrNull = { type: ['number', 'null'], description: 'milliseconds since 1970 UTC' } as const;

const hole = {
  type: 'object',
  required: ['from', 'to'],
  properties: { from: count, to: count },
  additionalProperties: false,
} as const;

const chain = {
  type: 'object',
  description: 'a store epoch of the device, as far as it has come',
  required: ['storeEpoch', 'firstSeenAt', 'received', 'lastSeq', 'holes', 'forked', 'broken'],
  properties: {
    storeEpoch: id,
    firstSeenAt: { type: 'number' },
    received: { ...count, description: 'sequence numbers that are here' },
    lastSeq: { ...count, description: 'the highest number that is here, and can be' },
    holes: {
      type: 'array',
      items: hole,
      description: 'numbers missing below the highest that is known, at most 100 stretches',
    },
    forked: { type: 'boolean', description: 'cloned or restored: two responses came under one number' },
    broken: {
      type: 'boolean',
      description:
        'a link of the hash chain does not follow from the one before, or a number is further ahead than any device can get',
    },
  },
  additionalProperties: false,
} as const;

const fleetDevice = {
  type: 'object',
  required: [
    'deviceId',
    'name',
    'pin',
    'touchpointId',
    'touchpointName',
    'state',
    'enrolledAt',
    'revokedAt',
    'lastContactAt',
    'lastResponseAt',
    'clockOffset',
    'heldVersion',
    'currentVersion',
    'health',
    'chains',
  ],
  properties: {
    deviceId: id,
    name: { type: 'string' },
    pin: { type: 'string', description: 'opens the hidden device page' },
    touchpointId: id,
    touchpointName: { type: 'string' },
    state: { type: 'string', enum: ['well', 'late', 'offline', 'silent', 'new'] },
    enrolledAt: { type: 'number' },
    revokedAt: momentOrNull,
    lastContactAt: momentOrNull,
    lastResponseAt: momentOrNull,
    clockOffset: { type: 'number', description: "the server's clock minus the device's, milliseconds" },
    heldVersion: {
      type: ['string', 'null'],
      description: 'version of the questionnaire that it asks, as it last said; null where it did not say',
    },
    currentVersion: { type: 'string', description: "of the touchpoint's survey" },
    health: {
      type: ['object', 'null'],
      additionalProperties: true,
      description: 'what the device said of itself in its last hello',
    },
    chains: { type: 'array', items: chain, description: 'latest first' },
  },
  additionalProperties: false,
} as const;

export const fleetReplySchema = {
  type: 'object',
  required: ['now', 'devices'],
  properties: { now: { type: 'number' }, devices: { type: 'array', items: fleetDevice } },
  additionalProperties: false,
} as const;

export const revocationRequestSchema = {
  type: 'object',
  required: ['revoked'],
  properties: { revoked: { type: 'boolean' } },
  additionalProperties: false,
} as const;

export const revocationReplySchema = {
  type: 'object',
  required: ['deviceId', 'revokedAt'],
  properties: { deviceId: id, revokedAt: momentOrNull },
  additionalProperties: false,
} as const;

export type Fleet = FromSchema<typeof fleetReplySchema>;
export type FleetDevice = Fleet['devices'][number];
export type Revocation = FromSchema<typeof revocationReplySchema>;
