import type { JsonSchema } from './jsonSchema.ts';

export const string: JsonSchema = { type: 'string' };
export const boolean: JsonSchema = { type: 'boolean' };
export const name: JsonSchema = { type: 'string', minLength: 1, maxLength: 255 };

export const ref = (definition: string): JsonSchema => ({ $ref: `#/$defs/${definition}` });
export const text = ref('text');
export const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });

/** Names that mean something else to every object of the language: a missing entry must read as missing. */
const inherited = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
];

export const recordOf = (values: JsonSchema, description?: string): JsonSchema => ({
  ...(description === undefined ? {} : { description }),
  type: 'object',
  propertyNames: { not: { enum: inherited } },
  additionalProperties: values,
});
