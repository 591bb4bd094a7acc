import type { FromSchema } from 'json-schema-to-ts';
import { isMembers } from '../../kernel/index.ts';
import { COORDINATE, publicKeyMembers } from '../publicKey.ts';

const RECIPIENT = '^age1[0-9a-z]{58}$';
const MOST_RECIPIENTS = 8;

/** What a device needs to know of its server to write sync files for it and to believe its receipts (L7). */
export const fileKeysSchema = {
  type: 'object',
  description: 'public keys for sync files and receipts (L7)',
  required: ['recipients', 'receiptKey'],
  properties: {
    recipients: {
      type: 'array',
      minItems: 1,
      maxItems: MOST_RECIPIENTS,
      items: { type: 'string', pattern: RECIPIENT },
      description: "X25519 recipients of age: the server's, then the one for recovery",
    },
    receiptKey: {
      type: 'object',
      description: 'ECDSA P-256 public key as JWK: signs receipts',
      required: ['kty', 'crv', 'x', 'y'],
      properties: publicKeyMembers,
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
  if (recipients.length < 1 || recipients.length > MOST_RECIPIENTS || !recipients.every(isRecipient))
    return null;
  return { recipients: [...recipients], receiptKey: { kty, crv, x, y } };
}

const matches =
  (pattern: string) =>
  (value: unknown): value is string =>
    typeof value === 'string' && new RegExp(pattern).test(value);
const isCoordinate = matches(COORDINATE);
const isRecipient = matches(RECIPIENT);
