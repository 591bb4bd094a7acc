import { describe, expect, test } from 'vitest';
import type { Element } from '../index.ts';
import { ask, choicesNamed, sit } from './sitting.ts';

/** Ada, 40, 700; Bo, 12, 300; Cy, 18, 600 (docs.surveycto.com, "Using expressions in your forms", has such examples). */
function household(more: readonly Element[], inside: readonly Element[] = []) {
  const sitting = sit([
    ask('integer', 'grown', { default: '18' }),
    {
      type: 'repeat',
      name: 'members',
      startInstances: 3,
      elements: [
        ask('text', 'name'),
        { type: 'group', name: 'more', elements: [ask('integer', 'age'), ask('integer', 'loan')] },
        ...inside,
      ],
    },
    ...more,
  ]);
  const people = [
    ['Ada', 40, 700],
    ['Bo', 12, 300],
    ['Cy', 18, 600],
  ] as const;
  for (const [index, [name, age, loan]] of people.entries()) {
    const path = `members[${index + 1}]`;
    sitting.answer(`${path}/name`, name);
    sitting.answer(`${path}/more/age`, age);
    sitting.answer(`${path}/more/loan`, loan);
  }
  return sitting;
}

describe('what SurveyCTO asks in every instance', () => {
  test.each([
    ['count-if(${members}, ${age} >= 18)', '2'],
    ['count-if(${members}, ${age} >= ${grown} and ${loan} > 650)', '1'],
    ['count-if(${members}, index() > 1)', '2'],
    ['sum-if(${loan}, ${loan} > 500)', '1300'],
    ['sum-if(${loan}, ${age} > 90)', '0'],
    ['min-if(${age}, ${age} >= 18)', '18'],
    ['max-if(${age}, ${loan} < 650)', '18'],
    ['max-if(${age}, ${loan} > 9000)', ''],
    ["join-if(', ', ${name}, ${age} >= 18)", 'Ada, Cy'],
  ])('%s is %s', (calculation, wanted) => {
    expect(household([ask('calculate', 'c', { calculation })]).text('c') ?? '').toBe(wanted);
  });

  test('follows answers, what the condition compares with, and instances that go', () => {
    const sitting = household([
      ask('calculate', 'c', { calculation: "join-if(' ', ${name}, ${age} >= ${grown})" }),
    ]);
    sitting.answer('members[2]/more/age', 50);
    expect(sitting.text('c')).toBe('Ada Bo Cy');
    sitting.answer('grown', 41);
    expect(sitting.text('c')).toBe('Bo');
    sitting.take({ kind: 'removeRepeat', path: '/data/members[2]' });
    expect(sitting.text('c')).toBe('');
  });

  test('sees all instances from inside one, too', () => {
    const older = ask('calculate', 'adults', { calculation: 'count-if(${members}, ${age} >= 18)' });
    const sitting = household([], [older]);
    expect([1, 2, 3].map((at) => sitting.text(`members[${at}]/adults`))).toEqual(['2', '2', '2']);
    sitting.answer('members[2]/more/age', 30);
    expect([1, 2, 3].map((at) => sitting.text(`members[${at}]/adults`))).toEqual(['3', '3', '3']);
  });
});

test('index() is the position of the own instance, and moves up when one before it goes', () => {
  const sitting = household([], [ask('calculate', 'at', { calculation: 'index()' })]);
  expect([1, 2, 3].map((at) => sitting.text(`members[${at}]/at`))).toEqual(['1', '2', '3']);
  sitting.take({ kind: 'removeRepeat', path: '/data/members[1]' });
  expect([1, 2].map((at) => sitting.text(`members[${at}]/at`))).toEqual(['1', '2']);
});

test('rank-value() counts from the highest, and choice-label() gives the words', () => {
  const sitting = sit(
    [
      ask('select_one', 'q', { choices: 'list' }),
      ask('calculate', 'rank', { calculation: "rank-value(3, '4 2 1 9 3 7')" }),
      ask('calculate', 'label', { calculation: 'choice-label(${q}, ${q})' }),
    ],
    { choices: { list: choicesNamed('a', 'b') } },
  );
  sitting.answer('q', 'b');
  expect(sitting.texts()).toEqual({ q: 'b', rank: '4', label: 'B' });
});
