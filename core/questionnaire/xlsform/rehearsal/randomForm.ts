import * as fc from 'fast-check';
import type { Choice, Definition, Element, Question, Text } from '../../definition/index.ts';
import { checkDefinition } from '../../definition/index.ts';
import type { ParameterRule, QuestionTypeName } from '../../questionTypes/index.ts';
import { isQuestionTypeName, questionTypeOf, questionTypes } from '../../questionTypes/index.ts';

const LANGUAGES = [
  { code: 'en', name: 'English' },
  { code: 'lv', name: 'Latviešu' },
  { code: 'ar', name: 'العربية', direction: 'rtl' as const },
  { code: 'default', name: 'default' },
  { code: 'Klingon', name: 'Klingon' },
];

const calm = fc.constantFrom(
  'How was it?',
  'Kā gāja?',
  'كيف كان؟',
  '1.0',
  '=SUM(A1)',
  'a\nb',
  '007',
  'true',
  '👍🏽',
  "it's",
  '<b> & "c"',
);

/** Spreadsheets and their readers change some of these. */
const wild = fc.oneof(
  calm,
  fc.constantFrom(
    'Say “yes” or ‘no’',
    'two  spaces',
    'tab\there',
    'no\u00A0break',
    ' edges ',
    '\r\n',
    '_x0041_',
    '\uFEFFa',
  ),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
);

interface Style {
  readonly sentence: fc.Arbitrary<string>;
  readonly defaults: readonly string[];
  readonly dynamicDefaults: readonly string[];
  readonly constraints: readonly string[];
}

const textIn = (sentence: fc.Arbitrary<string>, codes: readonly string[]): fc.Arbitrary<Text> =>
  fc.dictionary(fc.constantFrom(...codes), sentence, { minKeys: 1, noNullPrototype: true });

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

function parameterOf(rule: ParameterRule): fc.Arbitrary<string> | undefined {
  switch (rule.kind) {
    case 'word':
      return fc.constantFrom(...(rule.words ?? ['x']));
    case 'boolean':
      return fc.constantFrom('true', 'false');
    case 'integer':
    case 'number':
      return fc
        .integer({ min: Math.ceil(rule.least ?? 0), max: Math.floor(Math.min(rule.most ?? 50, 50)) })
        .map(String);
    case 'list':
      return fc.constant('rows');
    case 'seed':
      return fc.constantFrom('3', '${q0}');
    case 'column':
      return fc.constant('Town');
    // Apps mean nothing beside an appearance.
    case 'package':
    case 'places':
      return undefined;
  }
}

function parametersOf(type: QuestionTypeName): fc.Arbitrary<Readonly<Record<string, string>> | undefined> {
  const rules: readonly (readonly [string, ParameterRule])[] = Object.entries(
    questionTypeOf(type).parameters,
  );
  const values = Object.fromEntries(
    rules.flatMap(([name, rule]) => {
      const value = parameterOf(rule);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  if (Object.keys(values).length === 0) return fc.constant(undefined);
  return optional(
    fc
      .record(values, { requiredKeys: [], noNullPrototype: true })
      .map((given) => Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined))
      .map((given) => (given.length === 0 ? undefined : Object.fromEntries(given))),
  );
}

const SOURCES: Readonly<Record<string, Partial<Question>>> = {
  list: { choices: 'rows' },
  file: { file: 'towns.csv' },
  externalList: { choices: 'far' },
  tagList: { choices: 'tags' },
};

const plain = (question: { readonly [K in keyof Question]?: Question[K] | undefined }): Question =>
  Object.fromEntries(
    Object.entries(question).filter(([, value]) => value !== undefined),
  ) as unknown as Question;

function questionArbitrary(style: Style, codes: readonly string[], index: number): fc.Arbitrary<Question> {
  const text = textIn(style.sentence, codes);
  const name = `q${index}`;
  return fc.constantFrom(...Object.keys(questionTypes).filter(isQuestionTypeName)).chain((type) => {
    const { asked, choices } = questionTypeOf(type);
    const file = fc.record({ image: optional(text), audio: optional(text) });
    return fc
      .record({
        label: asked ? text : optional(text),
        hint: optional(text),
        guidanceHint: optional(text),
        media: optional(
          file
            .filter(({ image, audio }) => image !== undefined || audio !== undefined)
            .map((held): object => plain(held as never)),
        ),
        relevant: optional(fc.constantFrom("${q0} != ''", 'true()', 'false()')),
        required: optional(fc.constantFrom('true()', "${q0} = 'a'")),
        requiredMessage: optional(text),
        constraint: optional(fc.constantFrom(...style.constraints)),
        constraintMessage: optional(text),
        warning: optional(fc.constant('string-length(.) < 9')),
        warningMessage: optional(text),
        readOnly: optional(fc.constant('true()')),
        appearance: optional(fc.constantFrom('w2', 'w1')),
        parameters: parametersOf(type),
        extra: optional(fc.constant({ reviewer: 'me' })),
        bind: optional(fc.constant({ 'odk:x': '1' })),
        instance: optional(fc.constant({ 'odk:tag': 'a' })),
        specialAnswers: optional(fc.constant(['dontKnow', 'refused'] as const)),
        minimumSeconds: optional(fc.constantFrom(1, 2.5)),
        dynamicDefault: optional(fc.constantFrom(...style.dynamicDefaults)),
        default: optional(fc.constantFrom(...style.defaults)),
      })
      .map(({ dynamicDefault, default: value, ...columns }): Question => {
        const first = type === 'text' ? (value === undefined ? { dynamicDefault } : { default: value }) : {};
        const needed = {
          ...(type === 'calculate' ? { calculation: "concat(${q0}, 'x')" } : {}),
          ...(type === 'background-geopoint' ? { triggers: ['q0'] } : {}),
        };
        if (type === 'audit') return { type, name: 'audit' };
        return plain({ type, name, ...columns, ...first, ...needed, ...SOURCES[choices] });
      });
  });
}

function nest(questions: readonly Question[], shape: readonly number[], label: Text): readonly Element[] {
  const [first, ...others] = questions;
  if (first === undefined) return [];
  const top: Element[] = [first];
  others.forEach((question, index) => {
    const kind = question.type === 'audit' ? 0 : (shape[index] ?? 0);
    if (kind === 1)
      top.push({ type: 'group', name: `g${index}`, label, appearance: 'field-list', elements: [question] });
    else if (kind === 2 && question.type !== 'csv-external' && question.type !== 'xml-external')
      top.push({ type: 'repeat', name: `r${index}`, label, repeatCount: '2', elements: [question] });
    else top.push(question);
  });
  return top;
}

const choicesIn = (
  sentence: fc.Arbitrary<string>,
  codes: readonly string[],
): fc.Arbitrary<readonly Choice[]> =>
  fc
    .array(
      fc.record({ label: textIn(sentence, codes), exclusive: fc.boolean(), region: optional(sentence) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((rows) =>
      rows.map(({ label, exclusive, region }, index) => ({
        name: `c${index}`,
        label,
        ...(exclusive ? { exclusive } : {}),
        ...(region === undefined ? {} : { columns: { region } }),
      })),
    );

const codesArbitrary = fc.subarray(LANGUAGES, { minLength: 1 });

/** Draws forms with questions of every type, in several languages; all without errors. */
const formsWith = (style: Style): fc.Arbitrary<Definition> =>
  codesArbitrary
    .chain((languages) => {
      const codes = languages.map(({ code }) => code);
      return fc
        .record({
          title: textIn(style.sentence, codes),
          version: fc.constantFrom('', '1', '2026-01'),
          default: fc.constantFrom(...codes),
          rows: choicesIn(style.sentence, codes),
          questions: fc
            .integer({ min: 2, max: 8 })
            .chain((count) =>
              fc.tuple(
                ...Array.from({ length: count }, (_, index) => questionArbitrary(style, codes, index + 1)),
              ),
            ),
          shape: fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }),
          label: textIn(style.sentence, codes),
          autoSend: optional(fc.boolean()),
        })
        .map(({ title, version, rows, questions, shape, label, autoSend, ...drawn }): Definition => {
          const first: Question = { type: 'text', name: 'q0', label };
          const lists = { rows };
          const audits = questions.filter(({ type }) => type === 'audit');
          const unique = questions.filter((question) => question.type !== 'audit' || question === audits[0]);
          return {
            schema: 1,
            id: 'random',
            version,
            title,
            languages,
            defaultLanguage: drawn.default,
            choices: lists,
            externalChoices: { far: rows.map(({ exclusive: _, ...row }) => row) },
            osmTags: { tags: rows.map(({ name, label: said = {} }) => ({ name, label: said })) },
            ...(autoSend === undefined ? {} : { settings: { autoSend } }),
            elements: nest([first, ...unique], shape, label),
          };
        });
    })
    .filter((definition) => checkDefinition(definition).ok);

/** With texts as people type them. */
export const calmForm = formsWith({
  sentence: calm,
  defaults: ['plain', '007'],
  dynamicDefaults: ['once(today())', '${q0}'],
  constraints: [". != 'x'", 'true()'],
});

/** With texts that spreadsheets and their readers change. */
export const wildForm = formsWith({
  sentence: wild,
  defaults: ['a - b', 'it\'s + "so"', ' edge '],
  dynamicDefaults: ["'literal'", '5'],
  constraints: ["not(contains(., '“'))", 'yes'],
});
