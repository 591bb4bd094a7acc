import { expect, it } from 'vitest';
import { definitionOf, readLines } from './rehearsal/readLines.ts';

const choices = ['list_name | name | label', 'items | food | Food', 'items | water | Water'];

it('reads a score as a table of one list', () => {
  const { elements } = definitionOf({
    survey: [
      'type | name | label | kobo--score-choices | required',
      'begin_score | s | Rate these | items |',
      'score__row | a | A | | true',
      'end_score | | | |',
    ],
    choices,
  });
  expect(elements).toEqual([
    {
      type: 'group',
      name: 's',
      appearance: 'field-list',
      elements: [
        {
          type: 'select_one',
          name: 's_header',
          label: { default: 'Rate these' },
          choices: 'items',
          appearance: 'label',
        },
        {
          type: 'select_one',
          name: 'a',
          label: { default: 'A' },
          choices: 'items',
          appearance: 'list-nolabel',
          required: 'true()',
        },
      ],
    },
  ]);
});

it('reads a ranking as questions whose answers differ', () => {
  const { elements } = definitionOf({
    survey: [
      'type | name | label | kobo--rank-items | kobo--rank-constraint-message',
      'begin_rank | r | Top needs | items | Only once',
      'rank__level | a | First | |',
      'rank__level | b | Second | |',
      'end_rank | | | |',
    ],
    choices,
  });
  expect(elements).toMatchObject([
    {
      name: 'r',
      elements: [
        { type: 'note', name: 'r_label', label: { default: 'Top needs' } },
        { name: 'a', required: 'true()', appearance: 'minimal' },
        { name: 'b', constraint: '${b} != ${a}', constraintMessage: { default: 'Only once' } },
      ],
    },
  ]);
});

it('reads a matrix as a group for each choice', () => {
  const { elements } = definitionOf({
    survey: [
      'type | name | label | kobo--matrix_list | relevant',
      'begin_kobomatrix | m | Goods | items |',
      'integer | q1 | How many? | |',
      'text | q2 | Which? | | ${q1} > 0',
      'end_kobomatrix | | | |',
    ],
    choices,
  });
  expect(elements.map(({ name }) => name)).toEqual(['m_header', 'm_food', 'm_water']);
  expect(elements[1]).toMatchObject({
    appearance: 'w5',
    elements: [
      { name: 'm_food_note' },
      { name: 'm_food_q1' },
      { name: 'm_food_q2', relevant: '${m_food_q1} > 0' },
    ],
  });
});

it('refuses rows out of place, and lists that are missing', () => {
  const { findings } = readLines({
    survey: [
      'type | name | label | kobo--score-choices',
      'score__row | a | A |',
      'begin_score | s | S | no_list',
      'score__row | b | B |',
      'end_score | | |',
    ],
  });
  expect(findings.map(({ severity, row, column }) => [severity, row, column])).toEqual([
    ['error', 2, 'type'],
    ['error', 3, 'kobo--score-choices'],
  ]);
});
