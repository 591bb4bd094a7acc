import type { FromSchema } from 'json-schema-to-ts';

/** What crosses between the console and the sync server about who did what. */
const text = { type: 'string' } as const;
const digits = { type: 'string', pattern: '^[0-9]{1,15}$' } as const;

/** What is recorded; a newer server may record more. */
export const ACTS = [
  'quarantine_retried',
  'response_fixed',
  'fix_withdrawn',
  'response_dismissed',
  'response_returned',
  'conflict_settled',
  'device_accepted',
  'response_erased',
  'device_revoked',
  'device_trusted',
  'upload_taken',
  'upload_removed',
  'file_imported',
  'survey_published',
  'project_key_made',
  'project_key_revoked',
  'opening_hours_changed',
  'person_added',
] as const;
export type Act = (typeof ACTS)[number];

const entry = {
  type: 'object',
  required: ['entry', 'at', 'personId', 'personName', 'act', 'kind', 'subject', 'detail'],
  properties: {
    entry: { type: 'integer' },
    at: { type: 'number', description: 'milliseconds since 1970 UTC' },
    personId: text,
    personName: { ...text, description: 'what the person was called then' },
    act: { ...text, description: ACTS.join(', ') },
    kind: { ...text, description: 'what it was done to: response, device, survey ...' },
    subject: { ...text, description: 'which one' },
    detail: { type: 'object', additionalProperties: true, description: 'never an answer' },
  },
  additionalProperties: false,
} as const;

export const auditQuerySchema = {
  type: 'object',
  properties: {
    act: { ...text, maxLength: 50 },
    personId: { ...text, maxLength: 100 },
    from: { ...digits, description: 'not before, milliseconds since 1970 UTC' },
    until: { ...digits, description: 'before, milliseconds since 1970 UTC' },
    before: { ...digits, description: '`next` of the page before' },
  },
  additionalProperties: false,
} as const;

export const auditReplySchema = {
  type: 'object',
  required: ['entries', 'next', 'people'],
  properties: {
    entries: { type: 'array', items: entry, description: 'latest first' },
    next: { type: ['integer', 'null'], description: 'for the page after this; null: there is none' },
    people: {
      type: 'array',
      description: 'everybody who did something that is recorded',
      items: {
        type: 'object',
        required: ['personId', 'name'],
        properties: { personId: text, name: text },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;

export type Audit = FromSchema<typeof auditReplySchema>;
export type AuditEntry = Audit['entries'][number];
/** As a person asks; in an address everything is text. */
export interface AuditQuery {
  readonly act?: string | undefined;
  readonly personId?: string | undefined;
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  readonly before?: number | undefined;
}
