import type { JsonSchema } from './jsonSchema.ts';
import { boolean, list, name, recordOf, ref, string, text } from './parts.ts';

const expression = ref('expression');

const shared: Readonly<Record<string, JsonSchema>> = {
  name,
  label: text,
  hint: text,
  guidanceHint: text,
  media: ref('media'),
  relevant: expression,
  readOnly: expression,
  appearance: string,
  bind: ref('attributes'),
  body: ref('attributes'),
  instance: ref('attributes'),
  extra: recordOf(string, 'Columns of other tools, kept word for word.'),
};

const question = (types: readonly string[]): JsonSchema => ({
  title: 'a question',
  type: 'object',
  required: ['type', 'name'],
  additionalProperties: false,
  properties: {
    type: { type: 'string', enum: types },
    ...shared,
    required: expression,
    requiredMessage: text,
    constraint: expression,
    constraintMessage: text,
    warning: expression,
    warningMessage: text,
    calculation: expression,
    default: { ...string, description: 'First value, taken literally.' },
    dynamicDefault: expression,
    triggers: list(name),
    parameters: recordOf(string, 'What the type takes: `randomize`, `seed`, `start`, `end`, `step` ...'),
    choices: { ...name, description: 'Name of a choice list.' },
    choicesFrom: {
      type: 'string',
      minLength: 1,
      description:
        'Name of a question in a repeat, whose answers are the choices; or an expression that gives the nodes to choose among.',
    },
    file: { ...name, description: 'Attached .csv, .xml or .geojson.' },
    choiceFilter: expression,
    orOther: boolean,
    specialAnswers: list({ type: 'string', enum: ['dontKnow', 'refused'] }),
    saveTo: string,
    minimumSeconds: { type: 'number', minimum: 0 },
  },
});

const group: JsonSchema = {
  title: 'a group',
  type: 'object',
  required: ['type', 'name', 'elements'],
  additionalProperties: false,
  properties: { type: { const: 'group' }, ...shared, elements: list(ref('element')), intent: string },
};

const repeat: JsonSchema = {
  title: 'a repeat',
  type: 'object',
  required: ['type', 'name', 'elements'],
  additionalProperties: false,
  properties: {
    type: { const: 'repeat' },
    ...shared,
    elements: list(ref('element')),
    repeatCount: expression,
    startInstances: { type: 'integer', minimum: 0 },
    fixed: boolean,
    intent: string,
  },
};

/** Elements and what they are made of. */
export const elementSchemas = (types: readonly string[]): Readonly<Record<string, JsonSchema>> => ({
  text: recordOf(string, 'What people read, by language code. May hold `${name}` of a question.'),
  expression: { type: 'string', description: 'ODK XForms expression with `${name}` for paths.' },
  attributes: recordOf(string, 'XML attributes by their name.'),
  media: {
    title: 'media',
    description: 'File names by language code.',
    type: 'object',
    additionalProperties: false,
    properties: { image: text, bigImage: text, audio: text, video: text },
  },
  question: question(types),
  group,
  repeat,
  element: { oneOf: [ref('question'), ref('group'), ref('repeat')] },
});
