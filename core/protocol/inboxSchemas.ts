import type { FromSchema } from 'json-schema-to-ts';

/** The reason of what a person took out of the list of what waits: it is kept, and counts for nothing. */
export const DISMISSED = 'dismissed';

/** What crosses between the console and the sync server about what the inbox holds. */
const count = { type: 'integer', minimum: 0 } as const;

const text = { type: 'string' } as const;
const textOrNone = { type: ['string', 'null'] } as const;
const moment = { type: 'number', description: 'milliseconds since 1970 UTC' } as const;
const id = { type: 'string', minLength: 1, maxLength: 100 } as const;
const nextPage = {
  type: ['integer', 'null'],
  description: '`before` of the page after this; null: there is none',
} as const;
/** Cursor of a page: items that arrived before this one. */
const before = { type: 'string', pattern: '^[0-9]{1,15}$' } as const;

export const inboxItemParamsSchema = {
  type: 'object',
  required: ['item'],
  properties: { item: { type: 'string', pattern: '^[1-9][0-9]{0,14}$' } },
} as const;

const grouped = {
  type: 'array',
  description: 'most first, at most 200',
  items: {
    type: 'object',
    required: ['value', 'name', 'count'],
    properties: { value: text, name: text, count },
    additionalProperties: false,
  },
} as const;

export const inboxSummarySchema = {
  type: 'object',
  required: [
    'waiting',
    'dismissed',
    'fixed',
    'conflicts',
    'incomplete',
    'late',
    'reasons',
    'devices',
    'surveys',
  ],
  properties: {
    waiting: { ...count, description: 'in quarantine, and not dismissed' },
    dismissed: count,
    fixed: { ...count, description: 'are read by another version, because a person said so' },
    conflicts: { ...count, description: 'came under the id of another, and nobody has chosen yet' },
    incomplete: { ...count, description: 'photos or other files of them are still to come' },
    late: { ...count, description: 'of the incomplete, those that came more than a day ago' },
    reasons: grouped,
    devices: grouped,
    surveys: grouped,
  },
  additionalProperties: false,
} as const;

export const quarantineQuerySchema = {
  type: 'object',
  properties: {
    dismissed: { type: 'string', enum: ['true'], description: 'what was dismissed, in place of what waits' },
    fixed: {
      type: 'string',
      enum: ['true'],
      description: 'what is read by another version because a person said so, in place of what waits',
    },
    reason: { ...text, maxLength: 500 },
    deviceId: { ...text, maxLength: 100 },
    surveyId: { ...text, maxLength: 100 },
    before,
  },
  additionalProperties: false,
} as const;

const quarantinedMembers = {
  item: { type: 'integer', description: 'its place in the order of arrival' },
  responseId: text,
  rev: { type: 'integer' },
  reason: { ...text, description: 'what was not understood; never an answer' },
  deviceId: text,
  deviceName: text,
  touchpointName: { ...text, description: 'where its device stood' },
  surveyId: { ...text, description: "as far as the response says; '' where it doesn't" },
  receivedAt: moment,
  why: { ...textOrNone, description: 'what the person said who dismissed it; null: it is not dismissed' },
} as const;

const quarantinedItem = {
  type: 'object',
  required: [
    'item',
    'responseId',
    'rev',
    'reason',
    'deviceId',
    'deviceName',
    'touchpointName',
    'surveyId',
    'receivedAt',
    'why',
  ],
  properties: quarantinedMembers,
  additionalProperties: false,
} as const;

export const quarantineReplySchema = {
  type: 'object',
  required: ['items', 'next'],
  properties: {
    items: { type: 'array', items: quarantinedItem, description: 'latest first' },
    next: nextPage,
  },
  additionalProperties: false,
} as const;

const correction = {
  type: 'object',
  required: ['kind', 'detail', 'by', 'at'],
  properties: {
    kind: { ...text, description: 'fixed, withdrawn, dismissed, returned, kept, taken, apart' },
    detail: { type: 'object', additionalProperties: true },
    by: text,
    at: moment,
  },
  additionalProperties: false,
} as const;

const rawText = {
  type: 'object',
  required: ['text', 'bytes', 'cut'],
  properties: {
    text: { ...text, description: 'as it came, or its beginning' },
    bytes: { ...count, description: 'how large it is' },
    cut: { type: 'boolean', description: 'there is more than `text`' },
  },
  additionalProperties: false,
} as const;

export const quarantinedSchema = {
  type: 'object',
  required: ['item', 'state', 'raw', 'said', 'corrections'],
  properties: {
    item: quarantinedItem,
    state: { type: 'string', enum: ['waiting', 'dismissed', 'fixed', 'settled'] },
    raw: rawText,
    said: {
      type: ['object', 'null'],
      description: 'what can be read of it; null: nothing',
      required: ['surveyId', 'questionnaireId', 'questionnaireVersion', 'touchpointId', 'answers'],
      properties: {
        surveyId: text,
        questionnaireId: text,
        questionnaireVersion: text,
        touchpointId: text,
        answers: {
          type: 'array',
          items: {
            type: 'object',
            required: ['path', 'answer'],
            properties: { path: text, answer: text },
            additionalProperties: false,
          },
        },
      },
      additionalProperties: false,
    },
    corrections: { type: 'array', items: correction, description: 'in their order' },
  },
  additionalProperties: false,
} as const;

export const questionsQuerySchema = {
  type: 'object',
  required: ['surveyId', 'version'],
  properties: { surveyId: id, version: id },
  additionalProperties: false,
} as const;

export const questionsReplySchema = {
  type: 'object',
  required: ['questions'],
  properties: {
    questions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'label'],
        properties: { path: text, label: { type: 'object', additionalProperties: text } },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;

export const fixRequestSchema = {
  type: 'object',
  required: ['surveyId', 'version', 'questions'],
  properties: {
    surveyId: id,
    version: { ...id, description: 'published version that it is to be read by' },
    questions: {
      type: 'object',
      maxProperties: 500,
      additionalProperties: { type: 'string', maxLength: 500 },
      description: 'path of an answer -> path of the question of that version which it answers',
    },
    touchpointId: { ...id, description: 'where it counts; left out: where the response says' },
  },
  additionalProperties: false,
} as const;

export const dismissalRequestSchema = {
  type: 'object',
  required: ['why'],
  properties: { why: { type: 'string', minLength: 1, maxLength: 1_000, pattern: '\\S' } },
  additionalProperties: false,
} as const;

export const judgedReplySchema = {
  type: 'object',
  required: ['item', 'state', 'reason'],
  properties: {
    item: { type: 'integer' },
    state: { type: 'string', enum: ['waiting', 'dismissed', 'fixed', 'settled'] },
    reason: { ...textOrNone, description: 'why it still waits' },
  },
  additionalProperties: false,
} as const;

export const conflictQuerySchema = {
  type: 'object',
  properties: {
    settled: {
      type: 'string',
      enum: ['true'],
      description: 'what somebody chose already, in place of what is open',
    },
    before,
  },
  additionalProperties: false,
} as const;

const choice = { type: 'string', enum: ['first', 'second', 'both'] } as const;
const conflictMembers = {
  item: { type: 'integer', description: 'the place of the second in the order of arrival' },
  responseId: text,
  rev: { type: 'integer' },
  deviceName: text,
  touchpointName: text,
  receivedAt: moment,
  choice: { type: ['string', 'null'], enum: ['first', 'second', 'both', null] },
} as const;

const conflictItem = {
  type: 'object',
  required: Object.keys(conflictMembers) as (keyof typeof conflictMembers)[],
  properties: conflictMembers,
  additionalProperties: false,
} as const;

export const conflictListSchema = {
  type: 'object',
  required: ['items', 'next'],
  properties: {
    items: { type: 'array', items: conflictItem, description: 'latest first' },
    next: nextPage,
  },
  additionalProperties: false,
} as const;

const side = {
  type: 'object',
  required: ['item', 'deviceName', 'receivedAt', 'raw'],
  properties: { item: { type: 'integer' }, deviceName: text, receivedAt: moment, raw: rawText },
  additionalProperties: false,
} as const;

export const conflictSchema = {
  type: 'object',
  required: ['item', 'first', 'second', 'rows', 'corrections'],
  properties: {
    item: conflictItem,
    first: { ...side, description: 'what counts without the second' },
    second: side,
    rows: {
      type: 'array',
      description: 'what either says, side by side; empty where one of them cannot be read',
      items: {
        type: 'object',
        required: ['name', 'label', 'isAnswer', 'first', 'second', 'differs'],
        properties: {
          name: { ...text, description: 'path of an answer, or a member of the response' },
          label: { type: 'object', additionalProperties: text, description: 'of the question' },
          isAnswer: { type: 'boolean' },
          first: textOrNone,
          second: textOrNone,
          differs: { type: 'boolean' },
        },
        additionalProperties: false,
      },
    },
    corrections: { type: 'array', items: correction },
  },
  additionalProperties: false,
} as const;

export const incompleteQuerySchema = {
  type: 'object',
  properties: { after: before },
  additionalProperties: false,
} as const;

const incompleteMembers = {
  item: { type: 'integer', description: 'its place in the order of arrival' },
  responseId: text,
  rev: { type: 'integer' },
  deviceName: text,
  touchpointName: { ...text, description: 'where its device stood' },
  receivedAt: moment,
  isLate: { type: 'boolean', description: 'it came more than a day ago' },
  missing: {
    type: 'array',
    items: {
      type: 'object',
      required: ['name', 'bytes'],
      properties: { name: text, bytes: count },
      additionalProperties: false,
    },
  },
} as const;

const incompleteItem = {
  type: 'object',
  // Written out: what calls a function is not left out of the terminal's script.
  required: ['item', 'responseId', 'rev', 'deviceName', 'touchpointName', 'receivedAt', 'isLate', 'missing'],
  properties: incompleteMembers,
  additionalProperties: false,
} as const;

export const incompleteListSchema = {
  type: 'object',
  required: ['now', 'items', 'next'],
  properties: {
    now: moment,
    items: { type: 'array', items: incompleteItem, description: 'the longest waiting first' },
    next: { type: ['integer', 'null'], description: '`after` of the page after this; null: there is none' },
  },
  additionalProperties: false,
} as const;

export const choiceRequestSchema = {
  type: 'object',
  required: ['choice'],
  properties: { choice },
  additionalProperties: false,
} as const;

export const choiceReplySchema = {
  type: 'object',
  required: ['item', 'choice'],
  properties: { item: { type: 'integer' }, choice },
  additionalProperties: false,
} as const;

export type InboxSummary = FromSchema<typeof inboxSummarySchema>;
/** As a person asks; in an address everything is text. */
export interface QuarantineQuery {
  readonly dismissed?: boolean | undefined;
  readonly fixed?: boolean | undefined;
  readonly reason?: string | undefined;
  readonly deviceId?: string | undefined;
  readonly surveyId?: string | undefined;
  readonly before?: number | undefined;
}
export type QuarantineList = FromSchema<typeof quarantineReplySchema>;
export type Quarantined = FromSchema<typeof quarantinedSchema>;
export type HeardQuestions = FromSchema<typeof questionsReplySchema>;
export type FixRequest = FromSchema<typeof fixRequestSchema>;
export type Judged = FromSchema<typeof judgedReplySchema>;
export interface ConflictQuery {
  readonly settled?: boolean | undefined;
  readonly before?: number | undefined;
}
export type ConflictList = FromSchema<typeof conflictListSchema>;
export interface IncompleteQuery {
  readonly after?: number | undefined;
}
export type IncompleteList = FromSchema<typeof incompleteListSchema>;
export type IncompleteItem = IncompleteList['items'][number];
export type ConflictItem = ConflictList['items'][number];
export type Conflict = FromSchema<typeof conflictSchema>;
export type ConflictChoice = FromSchema<typeof choiceRequestSchema>['choice'];
