import type { FromSchema } from 'json-schema-to-ts';

/** What crosses between the console and the sync server about surveys: which there are, and putting a questionnaire into use. */
const id = { type: 'string', minLength: 1, maxLength: 100 } as const;
const moment = { type: 'number', description: 'milliseconds since 1970 UTC' } as const;
const count = { type: 'integer', minimum: 0 } as const;

/** What an id may be that the console makes: it ends in addresses and keys. */
const madeId = { ...id, pattern: '^[A-Za-z0-9_-]+$' } as const;
const text = {
  type: 'object',
  additionalProperties: { type: 'string' },
  description: 'text by language code',
} as const;

const version = {
  type: 'object',
  required: ['version', 'publishedAt'],
  properties: { version: { type: 'string' }, publishedAt: moment },
  additionalProperties: false,
} as const;

const counting = {
  type: 'object',
  description: 'how responses to this version are counted; fixed with it',
  properties: {
    keyQuestions: {
      type: 'array',
      maxItems: 20,
      items: { type: 'string', minLength: 1, maxLength: 200 },
      description: 'names of select_one questions of which each choice is counted; scores are counted anyhow',
    },
    leastSeconds: {
      type: 'number',
      minimum: 0,
      maximum: 3_600,
      description: 'who finishes in less is flagged too_fast and left out of the numbers',
    },
    leastSecondsBetween: {
      type: 'number',
      minimum: 0,
      maximum: 60,
      description:
        'who begins sooner after the person before at the same device is flagged repeat and left out of the numbers',
    },
  },
  additionalProperties: false,
} as const;

const survey = {
  type: 'object',
  required: [
    'surveyId',
    'questionnaireId',
    'title',
    'defaultLanguage',
    'version',
    'publishedAt',
    'languages',
    'questions',
    'versions',
    'touchpoints',
    'sealed',
    'counting',
    'unopened',
  ],
  properties: {
    surveyId: id,
    questionnaireId: id,
    title: text,
    defaultLanguage: { type: 'string' },
    version: { type: 'string', description: 'the one in use' },
    publishedAt: moment,
    languages: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'name'],
        properties: { code: { type: 'string' }, name: { type: 'string' } },
        additionalProperties: false,
      },
    },
    questions: { ...count, description: 'questions of the version in use' },
    sealed: { type: 'boolean', description: 'what is said in the version in use is sealed (K1)' },
    counting,
    unopened: { ...count, description: 'sealed responses of any version that wait to be opened (K6)' },
    versions: { type: 'array', items: version, description: 'latest first' },
    touchpoints: {
      type: 'array',
      items: {
        type: 'object',
        required: ['touchpointId', 'name'],
        properties: { touchpointId: id, name: { type: 'string' } },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;

export const surveyListSchema = {
  type: 'object',
  required: ['surveys'],
  properties: { surveys: { type: 'array', items: survey, description: 'by title' } },
  additionalProperties: false,
} as const;

export const publishRequestSchema = {
  type: 'object',
  required: ['surveyId', 'definition', 'touchpointIds'],
  properties: {
    surveyId: {
      ...madeId,
      description: 'of the survey that gets a new version; one that is not known begins a new survey',
    },
    definition: {
      type: 'object',
      additionalProperties: true,
      description: 'the questionnaire; checked again by the server',
    },
    touchpointIds: {
      type: 'array',
      maxItems: 10_000,
      items: id,
      description: 'where it is to run from now on',
    },
    counting,
    sealed: {
      type: 'boolean',
      description: 'what is said in this version is sealed to the key of the project (K1); fixed with it',
    },
    newTouchpoint: {
      type: 'object',
      description: 'a touchpoint to make for it; one that is there already just gets the survey',
      required: ['touchpointId', 'name', 'timezone'],
      properties: {
        touchpointId: madeId,
        name: { type: 'string', minLength: 1, maxLength: 200, pattern: '\\S' },
        timezone: { type: 'string', minLength: 1, maxLength: 100, description: 'IANA name' },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
} as const;

export const publishReplySchema = {
  type: 'object',
  required: ['surveyId', 'version', 'touchpointIds'],
  properties: {
    surveyId: id,
    version: { type: 'string' },
    touchpointIds: { type: 'array', items: id },
  },
  additionalProperties: false,
} as const;

export type SurveyList = FromSchema<typeof surveyListSchema>;
export type ListedSurvey = SurveyList['surveys'][number];
export type PublishRequest = FromSchema<typeof publishRequestSchema>;
export type PublishReply = FromSchema<typeof publishReplySchema>;
