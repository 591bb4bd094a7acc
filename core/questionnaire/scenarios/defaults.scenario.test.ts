import { describe, expect, test } from 'vitest';
import { ask, sit } from './sitting.ts';

describe('a default', () => {
  test('is the first answer, and can be changed', () => {
    const sitting = sit([
      ask('text', 'greeting', { default: 'Hello' }),
      ask('calculate', 'loud', { calculation: "concat(${greeting}, '!')" }),
    ]);
    expect(sitting.texts()).toEqual({ greeting: 'Hello', loud: 'Hello!' });
    sitting.answer('greeting', 'Bye');
    expect(sitting.texts()).toEqual({ greeting: 'Bye', loud: 'Bye!' });
  });

  test('that is no answer of the type leaves the question blank', () => {
    expect(sit([ask('date', 'day', { default: '1900-01-01 00:00:00' })]).text('day')).toBe('');
  });

  test('may be an expression, evaluated once', () => {
    const sitting = sit([
      ask('text', 'name', { default: 'Ilze' }),
      ask('text', 'badge', { dynamicDefault: "concat(${name}, ' ', today())" }),
    ]);
    expect(sitting.text('badge')).toBe('Ilze 2026-11-21');
    sitting.answer('name', 'Anna');
    expect(sitting.text('badge')).toBe('Ilze 2026-11-21');
  });

  test('may read a dynamic default above it and what depends on that', () => {
    const sitting = sit([
      ask('integer', 'a', { dynamicDefault: '1 + 1' }),
      ask('calculate', 'twice', { calculation: '${a} * 2' }),
      ask('integer', 'b', { dynamicDefault: '${twice} + 1' }),
    ]);
    expect(sitting.texts()).toEqual({ a: '2', twice: '4', b: '5' });
  });

  test('is given to each new repeat instance, and only to that', () => {
    const sitting = sit([
      {
        type: 'repeat',
        name: 'visit',
        elements: [
          ask('integer', 'number', { dynamicDefault: 'position(..)' }),
          ask('text', 'shop', { default: 'Riga' }),
          ask('text', 'last', { dynamicDefault: 'indexed-repeat(${shop}, ${visit}, position(..) - 1)' }),
        ],
      },
    ]);
    sitting.answer('visit[1]/shop', 'Valka');
    sitting.answer('visit[1]/number', 9);
    sitting.take({ kind: 'addRepeat', path: '/data/visit' });
    expect(sitting.texts()).toMatchObject({
      'visit[1]/number': '9',
      'visit[1]/shop': 'Valka',
      'visit[2]/number': '2',
      'visit[2]/shop': 'Riga',
      'visit[2]/last': 'Valka',
    });
  });

  test('gives way to an answer known beforehand', () => {
    const sitting = sit(
      [
        ask('text', 'name', { default: 'Ilze' }),
        ask('calculate', 'long', { calculation: 'string-length(${name}) > 4' }),
        { type: 'repeat', name: 'visit', elements: [ask('text', 'shop')] },
      ],
      {},
      { preloaded: { '/data/name': 'Margarita', '/data/visit[3]/shop': 'Cesis' } },
    );
    expect(sitting.texts()).toEqual({ name: 'Margarita', long: 'true', 'visit[3]/shop': 'Cesis' });
  });
});

test('dynamic defaults inside a repeat know the defaults around it, in the first instance as in those added', () => {
  const sitting = sit([
    ask('integer', 'base', { default: '10' }),
    ask('integer', 'more', { dynamicDefault: '${base} + 1' }),
    {
      type: 'repeat',
      name: 'r',
      elements: [
        ask('integer', 'p', { dynamicDefault: 'position(..)' }),
        ask('integer', 'q', { dynamicDefault: '${base} + ${more} + ${p}' }),
      ],
    },
  ]);
  sitting.take({ kind: 'addRepeat', path: '/data/r' });
  expect(sitting.texts()).toEqual({
    base: '10',
    more: '11',
    'r[1]/p': '1',
    'r[1]/q': '22',
    'r[2]/p': '2',
    'r[2]/q': '23',
  });
});
