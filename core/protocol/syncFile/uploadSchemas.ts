import type { FromSchema } from 'json-schema-to-ts';

/** What crosses between the console and the sync server about sync files. A report is an `ImportReport`. */
const count = { type: 'integer', minimum: 0 } as const;
const text = { type: 'string' } as const;
const moment = { type: 'number', description: 'Unix milliseconds' } as const;
const momentOrNone = { ...moment, type: ['number', 'null'] } as const;
const textOrNone = { type: ['string', 'null'] } as const;
const countOrNone = { ...count, type: ['integer', 'null'] } as const;

const hole = {
  type: 'object',
  required: ['storeEpoch', 'from', 'to'],
  properties: { storeEpoch: text, from: count, to: count },
  additionalProperties: false,
} as const;

const countNames = [
  'read',
  'new',
  'revised',
  'duplicate',
  'conflict',
  'quarantined',
  'tombstoned',
  'notKept',
] as const;

const files = {
  type: 'object',
  required: ['count', 'bytes'],
  properties: { count, bytes: count },
  additionalProperties: false,
} as const;

const attachments = {
  type: 'object',
  description: 'photos and other files; left out by reports of former versions',
  required: ['read', 'new', 'duplicate', 'unasked', 'notKept', 'missing', 'firstMissing'],
  properties: {
    read: count,
    new: count,
    duplicate: count,
    unasked: { ...count, description: 'no response names them; not taken' },
    notKept: { ...count, description: 'for want of room' },
    missing: files,
    firstMissing: {
      type: 'array',
      items: {
        type: 'object',
        required: ['responseId', 'name', 'bytes'],
        properties: { responseId: text, name: text, bytes: count },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;

const origin = {
  type: ['object', 'null'],
  description: 'what the file says of itself; null where that could not be read',
  required: ['fileId', 'deviceId', 'deviceName', 'touchpointId', 'createdAt', 'responses'],
  properties: {
    fileId: text,
    deviceId: text,
    deviceName: text,
    touchpointId: text,
    createdAt: moment,
    responses: { type: 'number' },
    attachments: files,
  },
  additionalProperties: false,
} as const;

const report = {
  type: ['object', 'null'],
  required: [
    'file',
    'at',
    'preview',
    'state',
    'trouble',
    'detail',
    'origin',
    'revokedDevice',
    'firstTakenAt',
    'counts',
    'signature',
    'truncated',
    'keyIds',
    'holes',
    'clockWarnings',
  ],
  properties: {
    file: {
      type: 'object',
      required: ['name', 'bytes', 'sha256'],
      properties: { name: text, bytes: count, sha256: text },
      additionalProperties: false,
    },
    at: moment,
    preview: { type: 'boolean', description: 'nothing was written: this is what would become of it' },
    state: { type: 'string', enum: ['merged', 'partly', 'aside', 'refused'] },
    trouble: {
      ...textOrNone,
      enum: [
        null,
        'notAge',
        'undecryptable',
        'damaged',
        'notSyncFile',
        'otherServer',
        'unknownDevice',
        'signatureInvalid',
        'unplannedEntry',
        'tooLarge',
        'cut',
      ],
    },
    detail: text,
    origin,
    revokedDevice: { type: 'boolean' },
    firstTakenAt: { ...momentOrNone, description: 'when these bytes were first taken; null: never before' },
    counts: {
      type: 'object',
      required: countNames,
      properties: {
        read: count,
        new: count,
        revised: { ...count, description: 'of the new ones, those that supersede one that is here' },
        duplicate: count,
        conflict: count,
        quarantined: count,
        tombstoned: count,
        notKept: count,
      },
      additionalProperties: false,
    },
    attachments,
    signature: { type: 'string', enum: ['valid', 'upToCut', 'invalid', 'unchecked'] },
    truncated: {
      type: ['object', 'null'],
      required: ['afterResponses', 'lastSeq'],
      properties: { afterResponses: count, lastSeq: countOrNone },
      additionalProperties: false,
    },
    keyIds: { type: 'array', items: text },
    holes: { type: 'array', items: hole },
    clockWarnings: {
      type: 'array',
      items: { type: 'string', enum: ['fileFromFuture', 'farFromServer', 'neverCompared'] },
    },
  },
  additionalProperties: false,
} as const;

export const syncUploadSchema = {
  type: 'object',
  required: [
    'uploadId',
    'name',
    'bytes',
    'fingerprint',
    'offset',
    'via',
    'phase',
    'readBytes',
    'startedAt',
    'startedBy',
    'finishedAt',
    'finishedBy',
    'failed',
    'preview',
    'report',
    'hasReceipt',
  ],
  properties: {
    uploadId: text,
    name: text,
    bytes: count,
    fingerprint: { ...text, description: 'by which the client knows the file again' },
    offset: { ...count, description: 'so many bytes are here; the next part begins there' },
    via: { type: 'string', enum: ['console', 'folder'] },
    phase: {
      type: 'string',
      enum: ['receiving', 'looking', 'ready', 'merging', 'done'],
      description:
        'after `looking` there is a preview and it waits for a person (`ready`); `done` has its report',
    },
    readBytes: { ...count, description: 'how much of the file has been looked through, or taken in, so far' },
    startedAt: moment,
    startedBy: { ...textOrNone, description: 'the name of a person; null: it lay in the watched folder' },
    finishedAt: momentOrNone,
    finishedBy: textOrNone,
    failed: { type: 'boolean', description: 'the last attempt failed for the store’s sake: try again' },
    preview: report,
    report,
    hasReceipt: { type: 'boolean' },
  },
  additionalProperties: false,
} as const;

export const syncUploadListSchema = {
  type: 'object',
  required: ['uploads'],
  properties: { uploads: { type: 'array', items: syncUploadSchema, description: 'latest first' } },
  additionalProperties: false,
} as const;

/** More than a device could have recorded in years. */
const MAX_UPLOAD_BYTES = 16 * 1024 ** 3;

export const newSyncUploadSchema = {
  type: 'object',
  required: ['name', 'bytes', 'fingerprint'],
  properties: {
    name: {
      type: 'string',
      minLength: 1,
      maxLength: 300,
      description: 'what the file is called; never a path',
    },
    bytes: { type: 'integer', minimum: 1, maximum: MAX_UPLOAD_BYTES },
    fingerprint: { type: 'string', minLength: 1, maxLength: 100 },
  },
  additionalProperties: false,
} as const;

export type SyncUpload = FromSchema<typeof syncUploadSchema>;
export type SyncUploadList = FromSchema<typeof syncUploadListSchema>;
export type NewSyncUpload = FromSchema<typeof newSyncUploadSchema>;
