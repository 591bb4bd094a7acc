import type { FromSchema } from 'json-schema-to-ts';
import { openingHoursSchema } from './settings/openingHours.ts';
import { FLAGS, TEXT_FLAGS } from '../response/index.ts';

/** What crosses between the console and the sync server. Replies are plain JSON; refusals are problems as everywhere. */
const id = { type: 'string', minLength: 1, maxLength: 100 } as const;
const count = { type: 'integer', minimum: 0 } as const;
const share = { type: ['number', 'null'], description: 'percent; null where n is 0' } as const;
const moment = { type: 'number', description: 'milliseconds since 1970 UTC' } as const;
const momentOrNull = { type: ['number', 'null'] } as const;

const email = { type: 'string', minLength: 3, maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$' } as const;
const password = { type: 'string', minLength: 10, maxLength: 1000 } as const;

export const setupRequestSchema = {
  type: 'object',
  required: ['code', 'name', 'email', 'password'],
  properties: {
    code: { type: 'string', minLength: 1, maxLength: 64 },
    name: { type: 'string', minLength: 1, maxLength: 200 },
    email,
    password,
  },
  additionalProperties: false,
} as const;

export const signInRequestSchema = {
  type: 'object',
  required: ['email', 'password'],
  properties: { email, password: { type: 'string', minLength: 1, maxLength: 1000 } },
  additionalProperties: false,
} as const;

export const sessionReplySchema = {
  type: 'object',
  required: ['personId', 'name', 'email', 'role'],
  properties: {
    personId: id,
    name: { type: 'string' },
    email: { type: 'string' },
    role: { type: 'string', enum: ['administrator'] },
  },
  additionalProperties: false,
} as const;

export const touchpointListSchema = {
  type: 'object',
  required: ['touchpoints'],
  properties: {
    touchpoints: {
      type: 'array',
      items: {
        type: 'object',
        required: ['touchpointId', 'name', 'timezone', 'surveyTitle'],
        properties: {
          touchpointId: id,
          name: { type: 'string' },
          timezone: { type: 'string' },
          surveyTitle: { type: 'string' },
          openingHours: openingHoursSchema,
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;

export const newEnrolmentReplySchema = {
  type: 'object',
  required: ['link', 'qrSvg', 'expiresAt'],
  properties: {
    link: { type: 'string' },
    qrSvg: { type: 'string', description: 'the link as a QR code, SVG markup made by the server' },
    expiresAt: moment,
  },
  additionalProperties: false,
} as const;

const csat = {
  type: 'object',
  required: ['value', 'low', 'high', 'n'],
  properties: { value: share, low: share, high: share, n: count },
  additionalProperties: false,
} as const;

const hour = {
  type: 'object',
  description: 'one hour of the local day; from is inclusive',
  required: ['from', 'hour', 'responses', 'distribution', 'csat'],
  properties: {
    from: moment,
    hour: { type: 'integer', minimum: 0, maximum: 23 },
    responses: count,
    distribution: { type: 'array', items: count },
    csat,
  },
  additionalProperties: false,
} as const;

const comment = {
  type: 'object',
  required: ['responseId', 'text', 'face', 'language', 'at', 'flag'],
  properties: {
    responseId: id,
    text: { type: 'string' },
    face: { type: ['integer', 'null'], description: '1 worst to 5 best' },
    language: { type: 'string' },
    at: moment,
    flag: {
      type: 'string',
      enum: ['', ...TEXT_FLAGS],
      description: 'what speaks against showing it to everybody',
    },
  },
  additionalProperties: false,
} as const;

const device = {
  type: 'object',
  required: [
    'deviceId',
    'name',
    'state',
    'waiting',
    'parked',
    'lastContactAt',
    'lastResponseAt',
    'highWater',
    'appVersion',
    'pin',
  ],
  properties: {
    deviceId: id,
    name: { type: 'string' },
    pin: { type: 'string', description: 'opens the hidden device page' },
    state: {
      type: 'string',
      enum: ['well', 'late', 'offline', 'silent', 'new'],
      description:
        'late: no contact for 5 min; offline: 15 min; silent: in contact, but nobody answered for 2 h; new: never in contact',
    },
    waiting: count,
    parked: count,
    lastContactAt: momentOrNull,
    lastResponseAt: momentOrNull,
    highWater: count,
    appVersion: { type: ['string', 'null'] },
  },
  additionalProperties: false,
} as const;

export const overviewReplySchema = {
  type: 'object',
  required: [
    'touchpoint',
    'date',
    'now',
    'rated',
    'question',
    'responses',
    'flagged',
    'quarantined',
    'csat',
    'distribution',
    'hours',
    'comments',
    'heldBack',
    'devices',
  ],
  properties: {
    touchpoint: {
      type: 'object',
      required: ['touchpointId', 'name', 'timezone'],
      properties: { touchpointId: id, name: { type: 'string' }, timezone: { type: 'string' } },
      additionalProperties: false,
    },
    date: { type: 'string', description: 'the local day, YYYY-MM-DD' },
    now: moment,
    rated: {
      type: 'boolean',
      description: 'the survey asks a smiley question; without one there is neither CSAT nor distribution',
    },
    question: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'the smiley question in each language',
    },
    responses: { ...count, description: 'responses of the day, partial ones included' },
    flagged: {
      type: 'array',
      description:
        'responses of the day under a quality flag, by flag; left out of all the numbers unless asked for with them',
      items: {
        type: 'object',
        required: ['flag', 'responses'],
        properties: { flag: { type: 'string', enum: FLAGS }, responses: count },
        additionalProperties: false,
      },
    },
    quarantined: { ...count, description: 'responses kept but not understood, all days' },
    csat,
    distribution: { type: 'array', items: count, description: 'answers per face, worst first' },
    hours: { type: 'array', items: hour },
    comments: {
      type: 'array',
      items: comment,
      description: 'latest first, at most 20; none that is flagged',
    },
    heldBack: { type: 'array', items: comment, description: 'the flagged ones, latest first, at most 20' },
    devices: { type: 'array', items: device },
  },
  additionalProperties: false,
} as const;

export type SetupRequest = FromSchema<typeof setupRequestSchema>;
export type SignInRequest = FromSchema<typeof signInRequestSchema>;
export type Session = FromSchema<typeof sessionReplySchema>;
export type TouchpointList = FromSchema<typeof touchpointListSchema>;
export type NewEnrolment = FromSchema<typeof newEnrolmentReplySchema>;
export type Overview = FromSchema<typeof overviewReplySchema>;
export type OverviewHour = Overview['hours'][number];
export type OverviewComment = Overview['comments'][number];
export type OverviewDevice = Overview['devices'][number];
