import { questionTypes } from '../../questionTypes/index.ts';
import { elementSchemas } from './elementSchemas.ts';
import type { JsonSchema } from './jsonSchema.ts';
import { boolean, list, recordOf, ref, string, text } from './parts.ts';

const settings: JsonSchema = {
  title: 'the settings',
  type: 'object',
  additionalProperties: false,
  properties: {
    instanceName: { ...string, description: 'Expression that names a response.' },
    style: { ...string, description: '`pages`, `theme-grid`.' },
    publicKey: string,
    submissionUrl: string,
    autoSend: boolean,
    autoDelete: boolean,
    clientEditable: boolean,
    allowChoiceDuplicates: boolean,
    omitInstanceId: boolean,
    instanceId: string,
    instanceXmlns: string,
    namespaces: recordOf(string, 'Prefix to URI.'),
    attributes: recordOf(string, "Attributes of the primary instance's root."),
    extra: recordOf(string, 'Settings that only other tools understand.'),
  },
};

const language: JsonSchema = {
  title: 'a language',
  type: 'object',
  required: ['code', 'name'],
  additionalProperties: false,
  properties: {
    code: { type: 'string', minLength: 1, maxLength: 255, description: 'BCP 47 code where there is one.' },
    name: { type: 'string', minLength: 1, maxLength: 255 },
    direction: { type: 'string', enum: ['ltr', 'rtl'] },
    written: { type: 'string', minLength: 1, maxLength: 255, description: 'Where it is not `name (code)`.' },
  },
};

const spelling: JsonSchema = {
  title: 'the spelling',
  type: 'object',
  additionalProperties: false,
  properties: {
    plain: {
      ...list({
        type: 'string',
        enum: ['label', 'hint', 'requiredMessage', 'constraintMessage', 'choices'],
      }),
      description: 'Columns whose texts name no language where they are in the default one only.',
    },
    defaultUnsaid: { ...boolean, description: 'The default language is the first one, and not named.' },
  },
};

const colour: JsonSchema = { type: 'string', minLength: 7, maxLength: 7, description: '#rrggbb' };

const theme: JsonSchema = {
  title: 'a theme',
  description: 'How it looks to respondents. What they could not read is an error of the static checks.',
  type: 'object',
  required: ['look', 'colours', 'corners'],
  additionalProperties: false,
  properties: {
    look: { type: 'string', enum: ['light', 'dark'] },
    colours: {
      title: 'the colours',
      type: 'object',
      required: ['ground', 'surface', 'ink', 'accent', 'accentInk'],
      additionalProperties: false,
      properties: { ground: colour, surface: colour, ink: colour, accent: colour, accentInk: colour },
    },
    corners: { type: 'string', enum: ['square', 'slight', 'round'] },
  },
};

const choice: JsonSchema = {
  title: 'a choice',
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 1000 },
    label: text,
    media: ref('media'),
    exclusive: { ...boolean, description: 'Chosen alone: "none of these".' },
    columns: recordOf(string, 'Further columns, for choice filters, maps ...'),
  },
};

const entity: JsonSchema = {
  title: 'an entity declaration',
  type: 'object',
  required: ['list'],
  additionalProperties: false,
  properties: {
    list: string,
    label: string,
    entityId: string,
    createIf: string,
    updateIf: string,
    repeat: string,
  },
};

const listTree: JsonSchema = {
  title: 'an element of a list',
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 255 },
    text: string,
    attributes: recordOf(string),
    children: list(ref('listTree')),
  },
};

const choiceLists = recordOf(list(ref('choice')), 'Choice lists by name.');

/** A questionnaire as JSON Schema, draft 2020-12: what tools validate with, and what `parseDefinition` reads by. */
export const definitionSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'a questionnaire',
  description:
    "Earshot questionnaire: XLSForm's model in JSON. The static checks ask for more than shape can say.",
  type: 'object',
  required: ['schema', 'id', 'version', 'title', 'languages', 'defaultLanguage', 'elements'],
  additionalProperties: false,
  properties: {
    schema: { const: 1 },
    id: { type: 'string', minLength: 1, maxLength: 249 },
    version: { type: 'string', maxLength: 249 },
    title: text,
    languages: { type: 'array', minItems: 1, items: language },
    defaultLanguage: { type: 'string', minLength: 1 },
    root: {
      type: 'string',
      minLength: 1,
      maxLength: 255,
      description: 'Name of the root node; `data` when left out.',
    },
    choices: choiceLists,
    externalChoices: choiceLists,
    osmTags: choiceLists,
    documents: recordOf(ref('listTree'), 'Lists of another shape than choices, for instance().'),
    startAnswers: recordOf(string, 'First values that differ from one repeat instance to the next, by path.'),
    entities: list(entity),
    settings,
    spelling,
    theme,
    elements: list(ref('element')),
  },
  $defs: {
    choice,
    listTree,
    ...elementSchemas(Object.keys(questionTypes)),
  },
};
