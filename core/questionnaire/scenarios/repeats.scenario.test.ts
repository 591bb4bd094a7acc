import { describe, expect, test } from 'vitest';
import type { Repeat } from '../index.ts';
import { ask, sit } from './sitting.ts';

const household: Repeat = {
  type: 'repeat',
  name: 'person',
  label: { en: 'Person' },
  elements: [
    ask('text', 'name'),
    ask('integer', 'age'),
    ask('calculate', 'nth', { calculation: 'position(..)' }),
    ask('text', 'school', { relevant: '${age} < 18' }),
    { type: 'repeat', name: 'pet', elements: [ask('text', 'call', { label: { en: 'Pet of ${name}' } })] },
  ],
};

describe('a repeat', () => {
  const family = () =>
    sit([
      household,
      ask('calculate', 'people', { calculation: 'count(${person})' }),
      ask('calculate', 'ages', { calculation: 'sum(${age})' }),
      ask('calculate', 'names', { calculation: "join(', ', ${name})" }),
      ask('calculate', 'pets', { calculation: 'count(${pet})' }),
    ]);
  const add = (sitting: ReturnType<typeof sit>, path: string) =>
    sitting.take({ kind: 'addRepeat', path: `/data/${path}` });

  test('starts with one instance, with the repeats inside it, too', () => {
    expect(family().texts()).toEqual({ 'person[1]/nth': '1', people: '1', ages: '0', pets: '1' });
  });

  test('gets instances with those of the repeats inside that are in a group, as begun', () => {
    const deepest: Repeat = { type: 'repeat', name: 'bite', elements: [ask('text', 'where')] };
    const sitting = sit([
      {
        type: 'repeat',
        name: 'person',
        elements: [
          {
            type: 'group',
            name: 'home',
            elements: [
              {
                type: 'repeat',
                name: 'pet',
                startInstances: 2,
                elements: [ask('text', 'call', { default: 'Rex' }), deepest],
              },
            ],
          },
        ],
      },
      ask('calculate', 'pets', { calculation: 'count(${pet})' }),
      ask('calculate', 'bites', { calculation: 'count(${bite})' }),
    ]);
    expect(add(sitting, 'person')).toBeUndefined();
    expect(sitting.texts()).toMatchObject({ pets: '4', bites: '4', 'person[2]/home/pet[2]/call': 'Rex' });
    expect(sitting.changed()).toMatchObject({ 'person[2]': ['added'], 'person[2]/home/pet[2]': ['added'] });
    add(sitting, 'person[2]/home/pet');
    expect(sitting.texts()).toMatchObject({ pets: '5', bites: '4' });
    sitting.take({ kind: 'removeRepeat', path: '/data/person[2]' });
    expect(sitting.texts()).toMatchObject({ pets: '2', bites: '2' });
  });

  test('gets instances with none of the repeats inside', () => {
    const sitting = family();
    expect(add(sitting, 'person')).toBeUndefined();
    expect(sitting.changed()).toMatchObject({ 'person[2]': ['added'], people: ['value'] });
    expect(sitting.texts()).toMatchObject({ 'person[2]/nth': '2', people: '2', pets: '1' });
    add(sitting, 'person[2]/pet');
    add(sitting, 'person[2]/pet');
    expect(sitting.texts()).toMatchObject({ pets: '3' });
  });

  test('keeps each instance to itself', () => {
    const sitting = family();
    add(sitting, 'person');
    sitting.answer('person[1]/age', 40);
    sitting.answer('person[2]/age', 7);
    expect(sitting.node('person[1]/school')?.relevant).toBe(false);
    expect(sitting.node('person[2]/school')?.relevant).toBe(true);
    expect(sitting.texts()).toMatchObject({ ages: '47' });
  });

  test('moves later instances up when one is removed', () => {
    const sitting = family();
    add(sitting, 'person');
    add(sitting, 'person');
    ['Anna', 'Berta', 'Cilla'].forEach((name, index) => sitting.answer(`person[${index + 1}]/name`, name));
    sitting.take({ kind: 'removeRepeat', path: '/data/person[2]' });
    expect(sitting.changed()).toMatchObject({
      'person[2]': ['removed'],
      'person[2]/nth': ['value'],
      names: ['value'],
    });
    expect(sitting.texts()).toMatchObject({
      'person[2]/name': 'Cilla',
      'person[2]/nth': '2',
      people: '2',
      names: 'Anna, Cilla',
    });
  });

  test('may lose all instances and begin again', () => {
    const sitting = family();
    sitting.answer('person[1]/age', 40);
    sitting.take({ kind: 'removeRepeat', path: '/data/person[1]' });
    expect(sitting.texts()).toEqual({ people: '0', ages: '0', pets: '0' });
    add(sitting, 'person');
    expect(sitting.text('person[1]/age')).toBe('');
  });

  test('leaves irrelevant instances out of totals', () => {
    const sitting = sit([
      ask('integer', 'skipped', { default: '0' }),
      {
        type: 'repeat',
        name: 'r',
        startInstances: 3,
        relevant: 'position(.) != ${skipped}',
        elements: [ask('integer', 'n', { default: '2' })],
      },
      ask('calculate', 'sum', { calculation: 'sum(${n})' }),
      ask('calculate', 'count', { calculation: 'count(${r})' }),
    ]);
    sitting.answer('r[2]/n', 5);
    expect(sitting.texts()).toMatchObject({ sum: '9', count: '3' });
    sitting.answer('skipped', 2);
    expect(sitting.texts()).toMatchObject({ sum: '4', count: '2' });
    sitting.take({ kind: 'finish' });
    expect(sitting.texts()).toMatchObject({ sum: '4', count: '2', 'r[2]/n': '5' });
  });

  test('refuses paths that lead nowhere', () => {
    const sitting = family();
    for (const path of ['nobody', 'person[1]/name', 'people'])
      expect(add(sitting, path)).toMatchObject({ reason: 'unknownPath' });
    for (const path of ['person[2]', 'person', 'person[0]', 'person[1]/pet[2]']) {
      expect(sitting.take({ kind: 'removeRepeat', path: `/data/${path}` })).toMatchObject({
        reason: 'unknownPath',
      });
    }
    expect(sitting.answer('person[2]/name', 'x')).toMatchObject({ reason: 'unknownPath' });
    expect(sitting.answer('person', 'x')).toMatchObject({ reason: 'unknownPath' });
  });

  test('takes the first instance for a path without position', () => {
    const sitting = family();
    sitting.answer('person/name', 'Anna');
    expect(sitting.text('person[1]/name')).toBe('Anna');
  });
});
