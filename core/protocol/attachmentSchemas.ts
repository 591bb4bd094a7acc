import type { FromSchema } from 'json-schema-to-ts';
import { ATTACHMENT_LIMITS } from '../response/index.ts';

const protocol = { type: 'integer', const: 1 } as const;
const sha256 = { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'of the contents' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const bytes = { ...count, maximum: ATTACHMENT_LIMITS.maxBytes } as const;

/** Which attachment is to be uploaded; asked before each run of parts (T4). */
export const attachmentRequestSchema = {
  type: 'object',
  required: ['protocol', 'sha256', 'bytes'],
  properties: { protocol, sha256, bytes: { ...bytes, minimum: 1 } },
} as const;

/** The hash becomes part of a path on the disk: nothing but a hash may pass. */
export const attachmentParamsSchema = {
  type: 'object',
  required: ['sha256'],
  properties: { sha256 },
} as const;

/** How much of it is here (T4, T5). */
export const attachmentReplySchema = {
  type: 'object',
  required: ['protocol', 'serverId', 'sha256', 'bytes', 'offset', 'complete'],
  properties: {
    protocol,
    serverId: { type: 'string' },
    sha256,
    bytes,
    offset: { ...bytes, description: 'where the next part begins' },
    complete: { type: 'boolean', description: 'all of it is here, durable, and has this hash' },
  },
  additionalProperties: false,
} as const;

export type AttachmentRequest = FromSchema<typeof attachmentRequestSchema>;

/** As in tus. */
export const PART_TYPE = 'application/offset+octet-stream';
