import type { FromSchema } from 'json-schema-to-ts';
import { FLAGS } from '../response/index.ts';

const count = { type: 'integer', minimum: 0 } as const;
const path = { type: 'string', minLength: 1, maxLength: 1000 } as const;
const day = { type: 'string', format: 'date' } as const;

export const crosstabQuerySchema = {
  type: 'object',
  required: ['rows', 'columns'],
  properties: {
    rows: { ...path, description: 'a counted question, by its path: /data/visit' },
    columns: { ...path, description: 'another one' },
    from: { ...day, description: 'first local day; since the beginning when left out' },
    to: { ...day, description: 'last local day; up to the latest when left out' },
    touchpoint: { type: 'string', maxLength: 100, description: 'all of them when left out' },
    flagged: {
      type: 'string',
      enum: ['without', 'with'],
      description: 'whether responses under a quality flag are counted; without when left out',
    },
  },
} as const;

const side = {
  type: 'object',
  required: ['question', 'label', 'values'],
  properties: {
    question: { type: 'string' },
    label: { type: 'object', additionalProperties: { type: 'string' }, description: 'in each language' },
    values: {
      type: 'array',
      items: { type: 'string' },
      description: 'what can be answered, in the order of the newest version that asks it',
    },
  },
  additionalProperties: false,
} as const;

export const crosstabReplySchema = {
  type: 'object',
  description: 'How two questions of a survey were answered together. Who left one of them out is not in it.',
  required: ['rows', 'columns', 'cells', 'responses', 'flagged'],
  properties: {
    rows: side,
    columns: side,
    cells: {
      type: 'array',
      items: { type: 'array', items: count },
      description: 'responses: for each value of rows, one for each value of columns',
    },
    responses: { ...count, description: 'the sum of all cells' },
    flagged: {
      type: 'array',
      description:
        'responses under a quality flag, by flag; left out of the cells unless asked for with them',
      items: {
        type: 'object',
        required: ['flag', 'responses'],
        properties: { flag: { type: 'string', enum: FLAGS }, responses: count },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;

export type Crosstab = FromSchema<typeof crosstabReplySchema>;
export type CrosstabQuery = FromSchema<typeof crosstabQuerySchema>;
