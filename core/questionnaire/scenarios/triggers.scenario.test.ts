import { describe, expect, test } from 'vitest';
import { ask, sit } from './sitting.ts';

describe('a trigger', () => {
  test('runs a calculation when its question changes, and only then', () => {
    const sitting = sit([
      ask('text', 'name'),
      ask('integer', 'age'),
      ask('text', 'note', { triggers: ['age'], calculation: "concat(${name}, ' ', ${age})" }),
    ]);
    sitting.answer('name', 'Ilze');
    expect(sitting.text('note')).toBe('');
    sitting.answer('age', 30);
    expect(sitting.text('note')).toBe('Ilze 30');
    sitting.answer('name', 'Anna');
    expect(sitting.text('note')).toBe('Ilze 30');
    sitting.answer('age', 30);
    expect(sitting.text('note')).toBe('Ilze 30');
  });

  test('leaves the answer free to be changed until the next time', () => {
    const sitting = sit([
      ask('integer', 'a'),
      ask('integer', 'b', { triggers: ['a'], calculation: '${a} * 10' }),
    ]);
    sitting.answer('a', 1);
    sitting.answer('b', 7);
    expect(sitting.text('b')).toBe('7');
    sitting.answer('a', 2);
    expect(sitting.text('b')).toBe('20');
  });

  test('clears when there is no calculation', () => {
    const sitting = sit([ask('text', 'country'), ask('text', 'city', { triggers: ['country'] })]);
    sitting.answer('country', 'lv');
    sitting.answer('city', 'riga');
    sitting.answer('country', 'ee');
    expect(sitting.text('city')).toBe('');
  });

  test('sets off others', () => {
    const sitting = sit([
      ask('integer', 'a'),
      ask('integer', 'b', { triggers: ['a'], calculation: '${a} + 1' }),
      ask('integer', 'c', { triggers: ['b'], calculation: '${b} + 1' }),
    ]);
    sitting.answer('a', 1);
    expect(sitting.texts()).toEqual({ a: '1', b: '2', c: '3' });
  });

  test('sees what depends on the change', () => {
    const sitting = sit([
      ask('integer', 'a'),
      ask('calculate', 'twice', { calculation: '${a} * 2' }),
      ask('integer', 'b', { triggers: ['a'], calculation: '${twice}' }),
    ]);
    sitting.answer('a', 4);
    expect(sitting.text('b')).toBe('8');
  });

  test('inside a repeat reaches its own instance, from outside every one', () => {
    const sitting = sit([
      ask('integer', 'all'),
      {
        type: 'repeat',
        name: 'r',
        startInstances: 2,
        elements: [
          ask('integer', 'a'),
          ask('integer', 'b', { triggers: ['a'], calculation: '${a} + 1' }),
          ask('integer', 'c', { triggers: ['all'], calculation: '${all} + position(..)' }),
        ],
      },
    ]);
    sitting.answer('r[2]/a', 1);
    expect(sitting.texts()).toEqual({ 'r[2]/a': '1', 'r[2]/b': '2' });
    sitting.answer('all', 10);
    expect(sitting.texts()).toMatchObject({ 'r[1]/c': '11', 'r[2]/c': '12' });
  });

  test('of a background reading says that it is due, and keeps the last one', () => {
    const sitting = sit([ask('text', 'a'), ask('background-geopoint', 'where', { triggers: ['a'] })]);
    sitting.answer('where', '56.95 24.1 0 5');
    sitting.answer('a', 'x');
    expect(sitting.changed()).toEqual({ a: ['value'], where: ['due'] });
    expect(sitting.text('where')).toBe('56.95 24.1 0 5');
  });

  test('that goes round in a circle ends', () => {
    const sitting = sit([
      ask('integer', 'a', { triggers: ['b'], calculation: '${b} + 1' }),
      ask('integer', 'b', { triggers: ['a'], calculation: '${a} + 1' }),
    ]);
    expect(sitting.answer('a', 1)).toBeUndefined();
    expect(Number(sitting.text('a'))).toBeGreaterThan(100);
  });
});
