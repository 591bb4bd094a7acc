import type { FromSchema } from 'json-schema-to-ts';
import { isMembers } from './members.ts';

const coordinate = { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' } as const;

/** What a device needs to know of its server to write sync files for it and to believe its receipts (L7). */
export const fileKeysSchema = {
  type: 'object',
  description: 'public keys for sync files and receipts (L7)',
  required: ['recipients', 'receiptKey'],
  properties: {
    recipients: {
      type: 'array',
      minItems: 1,
      maxItems: 8,
      items: { type: 'string', pattern: '^age1[0-9a-z]{58}$' },
      description: "X25519 recipients of age: the server's, then the one for recovery",
    },
    receiptKey: {
      type: 'object',
      description: 'ECDSA P-256 public key as JWK: signs receipts',
      required: ['kty', 'crv', 'x', 'y'],
      properties: {
        kty: { type: 'string', const: 'EC' },
        crv: { type: 'string', const: 'P-256' },
        x: coordinate,
        y: coordinate,
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
} as const;

export type FileKeys = FromSchema<typeof fileKeysSchema>;

/** `null`: not in the documented form; a device then goes on with what it knew. */
export function parseFileKeys(value: unknown): FileKeys | null {
  if (!isMembers(value) || !isMembers(value['receiptKey']) || !Array.isArray(value['recipients']))
    return null;
  const { kty, crv, x, y } = value['receiptKey'];
  if (kty !== 'EC' || crv !== 'P-256' || !isCoordinate(x) || !isCoordinate(y)) return null;
  const recipients: readonly unknown[] = value['recipients'];
  if (recipients.length < 1 || recipients.length > 8 || !recipients.every(isRecipient)) return null;
  return { recipients: [...recipients], receiptKey: { kty, crv, x, y } };
}

const isCoordinate = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{43}$/.test(value);
const isRecipient = (value: unknown): value is string =>
  typeof value === 'string' && /^age1[0-9a-z]{58}$/.test(value);
