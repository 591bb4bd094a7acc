import type { FromSchema } from 'json-schema-to-ts';
import { isMembers } from '../../kernel/index.ts';
import { hashText } from '../../response/index.ts';
import { COORDINATE, publicKeyMembers } from '../publicKey.ts';

const RECIPIENT = '^age1[0-9a-z]{58}$';
const MOST_RECIPIENTS = 8;

/** X25519 recipients of age. */
export const recipientsSchema = {
  type: 'array',
  minItems: 1,
  maxItems: MOST_RECIPIENTS,
  items: { type: 'string', pattern: RECIPIENT },
} as const;

/** What a device needs to know of its server to write sync files for it and to believe its receipts (L7). */
export const fileKeysSchema = {
  type: 'object',
  description: 'public keys for sync files and receipts (L7)',
  required: ['recipients', 'receiptKey'],
  properties: {
    recipients: {
      ...recipientsSchema,
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
  if (!isMembers(value) || !isMembers(value['receiptKey'])) return null;
  const { kty, crv, x, y } = value['receiptKey'];
  if (kty !== 'EC' || crv !== 'P-256' || !isCoordinate(x) || !isCoordinate(y)) return null;
  const recipients = parseRecipients(value['recipients']);
  return recipients === null ? null : { recipients, receiptKey: { kty, crv, x, y } };
}

/** 1 to 8 recipients of age; `null`: something else. */
export function parseRecipients(value: unknown): string[] | null {
  if (!Array.isArray(value) || value.length < 1 || value.length > MOST_RECIPIENTS) return null;
  const recipients: readonly unknown[] = value;
  return recipients.every(isRecipient) ? [...recipients] : null;
}

/**
 * What a key is called where it may be read by everybody: of its public half, 16 hex digits of the SHA-256. Whoever can't open something
 * learns which key to look for.
 */
export const keyIdOf = (recipient: string): string => hashText(recipient).slice(0, 16);

const matches =
  (pattern: string) =>
  (value: unknown): value is string =>
    typeof value === 'string' && new RegExp(pattern).test(value);
const isCoordinate = matches(COORDINATE);
const isRecipient = matches(RECIPIENT);
