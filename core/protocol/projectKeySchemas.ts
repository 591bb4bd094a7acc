import type { FromSchema } from 'json-schema-to-ts';
import { recipientsSchema } from './syncFile/fileKeys.ts';

/** What crosses between the console and the sync server about the keys that responses are sealed to (K8). */
const keyId = { type: 'string', pattern: '^[0-9a-f]{16}$' } as const;
const recipient = { ...recipientsSchema.items, description: 'public half, of age: age1...' } as const;
const momentOrNull = { type: ['number', 'null'], description: 'milliseconds since 1970 UTC' } as const;

const projectKey = {
  type: 'object',
  required: ['keyId', 'recipient', 'state', 'madeAt', 'madeBy', 'endedAt'],
  properties: {
    keyId,
    recipient,
    state: { type: 'string', enum: ['inUse', 'retired', 'revoked'] },
    madeAt: { type: 'number' },
    madeBy: { type: 'string', description: 'what the person was called then' },
    endedAt: { ...momentOrNull, description: 'since when nothing is sealed to it; null while it is in use' },
  },
  additionalProperties: false,
} as const;

export const projectKeysSchema = {
  type: 'object',
  required: ['keys', 'recovery', 'unopened'],
  properties: {
    keys: { type: 'array', items: projectKey, description: 'latest first; at most one is in use' },
    recovery: {
      type: 'object',
      description: 'the key that everything is sealed to as well',
      required: ['keyId', 'recipient', 'isHere'],
      properties: {
        keyId,
        recipient,
        isHere: { type: 'boolean', description: 'its private half still lies on the server' },
      },
      additionalProperties: false,
    },
    unopened: { type: 'integer', minimum: 0, description: 'sealed responses that wait to be opened' },
  },
  additionalProperties: false,
} as const;

export const newProjectKeySchema = {
  type: 'object',
  required: ['recipient'],
  properties: { recipient },
  additionalProperties: false,
} as const;

export const projectKeyParamsSchema = {
  type: 'object',
  required: ['keyId'],
  properties: { keyId },
} as const;

export type ProjectKeys = FromSchema<typeof projectKeysSchema>;
export type ProjectKey = ProjectKeys['keys'][number];
