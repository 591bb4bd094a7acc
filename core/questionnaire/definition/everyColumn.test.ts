import { describe, expect, it } from 'vitest';
import type { Definition } from './definition.ts';
import { parseDefinition } from './parseDefinition.ts';
import { definitionSchema } from './schema/definitionSchema.ts';
import type { JsonSchema } from './schema/jsonSchema.ts';

const text = { en: 'Text' };
const attributes = { 'jr:preload': 'uid' };
const media = { image: text, bigImage: text, audio: text, video: text };
const shared = {
  name: 'a',
  label: text,
  hint: text,
  guidanceHint: text,
  media,
  relevant: 'true()',
  readOnly: 'false()',
  appearance: 'w1',
  bind: attributes,
  body: attributes,
  instance: attributes,
  extra: { compact_tag: 'a' },
};
const choice = { name: 'a', label: text, media, exclusive: true, columns: { region: 'x' } };

/** Has every column there is; the compiler holds it to the types, the test below to the schema. */
const everything: Required<Definition> = {
  schema: 1,
  id: 'all',
  version: '1',
  title: text,
  languages: [{ code: 'en', name: 'English', direction: 'ltr', written: 'English(en)' }],
  defaultLanguage: 'en',
  root: 'data',
  choices: { rows: [choice] },
  externalChoices: { rows: [choice] },
  osmTags: { rows: [choice] },
  documents: { tree: { name: 'root', text: 'a', attributes, children: [] } },
  startAnswers: { '/data/r[2]/a': 'b' },
  entities: [{ list: 'e', label: '1', entityId: '2', createIf: '3', updateIf: '4', repeat: 'r' }],
  settings: {
    instanceName: '1',
    style: 'pages',
    publicKey: 'key',
    submissionUrl: 'https://example.org',
    autoSend: true,
    autoDelete: true,
    clientEditable: true,
    allowChoiceDuplicates: true,
    omitInstanceId: true,
    instanceId: 'uid',
    instanceXmlns: 'urn:x',
    namespaces: { x: 'urn:x' },
    attributes,
    extra: { sms_keyword: 'x' },
  },
  spelling: { plain: ['label'], defaultUnsaid: true },
  theme: {
    look: 'dark',
    colours: {
      ground: '#121817',
      surface: '#1c2423',
      ink: '#f3f0e8',
      accent: '#5ec4b6',
      accentInk: '#06201d',
    },
    corners: 'slight',
  },
  elements: [
    {
      type: 'select_one',
      ...shared,
      required: 'true()',
      requiredMessage: text,
      constraint: '1',
      constraintMessage: text,
      warning: '1',
      warningMessage: text,
      calculation: '1',
      default: 'a',
      dynamicDefault: '1',
      triggers: ['b'],
      parameters: { randomize: 'true' },
      choices: 'rows',
      choicesFrom: 'b',
      file: 'rows.csv',
      choiceFilter: '1',
      orOther: true,
      specialAnswers: ['dontKnow', 'refused'],
      saveTo: 'p',
      minimumSeconds: 1.5,
    },
    { type: 'group', ...shared, intent: 'x', elements: [] },
    {
      type: 'repeat',
      ...shared,
      intent: 'x',
      elements: [],
      repeatCount: '1',
      startInstances: 1,
      fixed: true,
    },
  ],
};

/** Every object of the value beside the schema that describes it. */
function* described(value: unknown, schema: JsonSchema): Generator<readonly [object, JsonSchema]> {
  const named = schema.$ref?.slice('#/$defs/'.length);
  const own = named === undefined ? schema : (definitionSchema.$defs?.[named] ?? {});
  if (typeof value !== 'object' || value === null) return;
  if (own.oneOf !== undefined) {
    const [question = {}, group = {}, repeat = {}] = own.oneOf;
    const type = 'type' in value ? value.type : undefined;
    yield* described(value, type === 'group' ? group : type === 'repeat' ? repeat : question);
    return;
  }
  if (own.properties !== undefined) yield [value, own];
  for (const [key, child] of Object.entries(value)) {
    const item = own.items ?? own.properties?.[key] ?? own.additionalProperties;
    if (item !== undefined && item !== false) yield* described(child, item);
  }
}

describe('the types and the schema of a definition', () => {
  it('agree: what the types allow, the schema allows', () => {
    expect(parseDefinition(everything)).toEqual({ ok: true, value: everything });
  });

  it('agree: what the schema names, the types know', () => {
    const seen = new Set<string | undefined>();
    for (const [value, schema] of described(everything, definitionSchema)) {
      seen.add(schema.title);
      expect(Object.keys(value).sort()).toEqual(Object.keys(schema.properties ?? {}).sort());
    }
    expect(seen.size).toBe(13);
  });
});
