import { expect, it } from 'vitest';
import { definitionOf, readLines } from './rehearsal/readLines.ts';

it('nests groups and repeats, with counts', () => {
  const { elements } = definitionOf({
    survey: [
      'type | name | label | repeat_count | appearance',
      'begin group | g | G | | field-list',
      'begin_repeat | r | R | 3 |',
      'text | a | A | |',
      'end repeat | | | |',
      'end_group | | | |',
    ],
  });
  expect(elements).toMatchObject([
    {
      type: 'group',
      name: 'g',
      appearance: 'field-list',
      elements: [{ type: 'repeat', name: 'r', repeatCount: '3', elements: [{ type: 'text', name: 'a' }] }],
    },
  ]);
});

it('makes a group of each choice of a loop', () => {
  const { elements } = definitionOf({
    survey: [
      'type | name | label::en | label::lv',
      'begin loop over ways | way | Ways | Ceļi',
      'integer | times | How often by %(label)s? | Cik bieži ar %(label)s?',
      'end loop | | |',
    ],
    choices: [
      'list_name | name | label::en | label::lv',
      'ways | bus | bus | autobusu',
      'ways | none | none | nekā',
    ],
  });
  expect(elements).toMatchObject([
    {
      name: 'way',
      elements: [
        {
          name: 'bus',
          elements: [{ name: 'times', label: { en: 'How often by bus?', lv: 'Cik bieži ar autobusu?' } }],
        },
      ],
    },
  ]);
  expect(elements[0]).toHaveProperty('elements.length', 1);
});

it('lays out a table-list as tools that know none do', () => {
  const { elements } = definitionOf({
    survey: [
      'type | name | label | appearance',
      'begin group | g | Rate us | table-list w4',
      'select_one yn | a | A | minimal',
      'select_one yn | b | B |',
      'end group | | |',
    ],
    choices: ['list_name | name | label', 'yn | y | Yes', 'yn | n | No'],
  });
  expect(elements).toMatchObject([
    {
      type: 'group',
      appearance: 'field-list w4',
      elements: [
        { type: 'note', name: 'generated_table_list_label_2', label: { default: 'Rate us' } },
        {
          type: 'select_one',
          name: 'reserved_name_for_field_list_labels_3',
          appearance: 'label',
          choices: 'yn',
        },
        { name: 'a', appearance: 'list-nolabel' },
        { name: 'b', appearance: 'list-nolabel' },
      ],
    },
  ]);
  expect(elements[0]).not.toHaveProperty('label');
});

it('offers "other" to everyone who uses the list, as XLSForm does', () => {
  const { elements, choices } = definitionOf({
    survey: ['type | name | label', 'select_one yn or_other | a | A', 'select_multiple yn | b | B'],
    choices: ['list_name | name | label', 'yn | y | Yes'],
  });
  expect(elements).toMatchObject([{ name: 'a', orOther: true }, { name: 'b' }]);
  expect(choices).toEqual({
    yn: [
      { name: 'y', label: { default: 'Yes' } },
      { name: 'other', label: { default: 'Other' } },
    ],
  });
});

it('reads external choices, tags and entities', () => {
  const definition = definitionOf({
    survey: [
      'type | name | label | choice_filter | save_to',
      'select_one_external city | a | A | state=${s} |',
      'text | s | S | | town',
      'osm building | o | O | |',
    ],
    external_choices: ['list_name | name | label | state', 'city | x | X | nsw'],
    osm: ['list_name | name | label', 'building | levels | Levels'],
    entities: ['list_name | label', 'shops | ${s}'],
  });
  expect(definition).toMatchObject({
    externalChoices: { city: [{ name: 'x', columns: { state: 'nsw' } }] },
    osmTags: { building: [{ name: 'levels' }] },
    entities: [{ list: 'shops', label: '${s}' }],
    elements: [{ choices: 'city' }, { saveTo: 'town' }, { type: 'osm', choices: 'building' }],
  });
});

it("understands SurveyCTO's types as far as we can, and says how far", () => {
  const { definition, findings } = readLines({
    survey: [
      'type | name | label | calculation',
      'text audit | ta | |',
      'audio audit | aa | |',
      'speed violations count | sv | |',
      'text | a | A |',
      'calculate_here | when | | now()',
    ],
  });
  expect(definition?.elements.map(({ type, name }) => [type, name])).toEqual([
    ['audit', 'audit'],
    ['background-audio', 'aa'],
    ['hidden', 'sv'],
    ['text', 'a'],
    ['calculate', 'when'],
  ]);
  expect(findings.filter(({ severity }) => severity === 'unsupported').map(({ row }) => row)).toEqual([
    2, 3, 4, 6,
  ]);
});

it('keeps a form whose calculations and defaults only another tool can evaluate, and leaves those blank', () => {
  const { definition, findings } = readLines({
    survey: [
      'type | name | label | calculation | default',
      'calculate | took | | duration() |',
      'text | a | A | | plug-in-metadata(${took})',
    ],
  });
  expect(findings.map(({ severity, row, column }) => [severity, row, column])).toEqual([
    ['unsupported', 2, 'calculation'],
    ['unsupported', 3, 'default'],
  ]);
  expect(definition?.elements).toMatchObject([{ calculation: "''" }, { name: 'a' }]);
  expect(definition?.elements[1]).not.toHaveProperty('dynamicDefault');
});
