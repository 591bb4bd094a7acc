import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Definition, Question } from '../../../core/questionnaire/index.ts';
import {
  checkDefinition,
  isQuestionTypeName,
  questionTypeOf,
  questionTypes,
} from '../../../core/questionnaire/index.ts';
import { sameSubmission } from './sameSubmission.ts';

const label = { en: 'Say', lv: 'Saki' };

/** Types that need what a form of its own has: files, attached lists. */
const APART: ReadonlySet<string> = new Set([
  ...[
    'csv-external',
    'xml-external',
    'select_one_from_file',
    'select_multiple_from_file',
    'select_one_external',
  ],
]);

const PARAMETERS: Readonly<Record<string, Question['parameters']>> = {
  'semantic-differential': { poles: 'rows' },
  'constant-sum': { total: '10' },
};

const SOURCES: Readonly<Record<string, Partial<Question>>> = {
  list: { choices: 'rows' },
  tagList: { choices: 'tags' },
};

function question(type: keyof typeof questionTypes): Question {
  const parameters = PARAMETERS[type];
  return {
    type,
    name: type === 'audit' ? 'audit' : `a_${type}`,
    label,
    ...SOURCES[questionTypeOf(type).choices],
    ...(parameters === undefined ? {} : { parameters }),
    ...(type === 'calculate' ? { calculation: "concat(${a_text}, '!')" } : {}),
    ...(type === 'background-geopoint' ? { triggers: ['a_text'] } : {}),
  };
}

const formOf = (elements: Definition['elements']): Definition => ({
  schema: 1,
  id: 'every-type',
  version: '3',
  title: { en: 'Every type' },
  languages: [
    { code: 'en', name: 'English' },
    { code: 'lv', name: 'Latviešu' },
  ],
  defaultLanguage: 'en',
  choices: { rows: ['a', 'b', 'c'].map((name) => ({ name, label: { en: name, lv: name } })) },
  osmTags: { tags: [{ name: 'building', label: { en: 'Building' } }] },
  settings: { instanceName: '${a_text}' },
  elements,
});

const everyType = Object.keys(questionTypes)
  .filter(isQuestionTypeName)
  .filter((type) => !APART.has(type));

describe('the XForm that is written, in the engine of ODK Web Forms with the same answers', () => {
  it('gives the same submission: a form with every type', async () => {
    const definition = formOf(everyType.map(question));
    expect(checkDefinition(definition)).toMatchObject({ ok: true });
    const { answers, differences } = await sameSubmission(definition);
    expect(differences).toEqual([]);
    expect(answers).toBeGreaterThan(25);
  });

  it('gives the same submission: the survey of a fresh installation', async () => {
    const file = join(import.meta.dirname, '..', '..', '..', 'assets', 'questionnaires', 'sample.json');
    const checked = checkDefinition(JSON.parse(readFileSync(file, 'utf8')));
    if (!checked.ok) throw new Error('the sample has errors');
    const { differences } = await sameSubmission(checked.value.definition);
    expect(differences).toEqual([]);
  });

  it('gives the same submission: repeats in repeats, counts, filters, conditions, defaults, triggers', async () => {
    const definition = formOf([
      { type: 'text', name: 'a_text', label, dynamicDefault: "concat('x', 1 + 1)" },
      { type: 'integer', name: 'many', label, default: '2' },
      {
        type: 'repeat',
        name: 'visit',
        label,
        elements: [
          {
            type: 'select_one',
            name: 'shop',
            label,
            choices: 'rows',
            choiceFilter: "name != 'a' or ${many} > 5",
          },
          { type: 'note', name: 'seen', label: { en: 'You were at ${shop}' }, relevant: "${shop} != ''" },
          {
            type: 'repeat',
            name: 'item',
            label,
            repeatCount: '${many} + 1',
            elements: [
              { type: 'integer', name: 'price', label, constraint: '. > 0 and . < 50' },
              { type: 'calculate', name: 'place', calculation: 'position(..) * 10 + position(../..)' },
            ],
          },
          { type: 'calculate', name: 'spent', calculation: 'sum(${price})' },
          { type: 'text', name: 'why', label, relevant: '${spent} > 2', required: 'true()' },
        ],
      },
      { type: 'calculate', name: 'all', calculation: 'sum(${price}) + count(${visit})' },
      {
        type: 'text',
        name: 'later',
        label,
        triggers: ['many'],
        calculation: "concat(${a_text}, '-', ${many})",
      },
      { type: 'select_multiple', name: 'several', label, choices: 'rows', orOther: true },
    ]);
    expect(checkDefinition(definition)).toMatchObject({ ok: true });
    const { answers, differences } = await sameSubmission(definition);
    expect(differences).toEqual([]);
    expect(answers).toBeGreaterThan(8);
  });

  it('gives the same submission: entities of repeats, with their attributes', async () => {
    const definition: Definition = {
      ...formOf([
        { type: 'select_one', name: 'row', label, choices: 'rows' },
        {
          type: 'repeat',
          name: 'shop',
          label,
          elements: [
            { type: 'text', name: 'called', label, saveTo: 'shops#called' },
            {
              type: 'group',
              name: 'till',
              label,
              elements: [{ type: 'integer', name: 'number', label, saveTo: 'tills#number' }],
            },
          ],
        },
      ]),
      entities: [
        { list: 'shops', label: "concat(${called}, ' in ', ${row})", createIf: "${called} != ''" },
        { list: 'tills', label: '${number}' },
        { list: 'rows', entityId: '${row}', updateIf: "${row} = 'a'" },
      ],
      settings: {},
    };
    expect(checkDefinition(definition)).toMatchObject({ ok: true });
    const { answers, differences } = await sameSubmission(definition);
    expect(differences).toEqual([]);
    expect(answers).toBe(5);
  });
});
