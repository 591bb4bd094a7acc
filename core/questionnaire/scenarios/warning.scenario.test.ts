import { describe, expect, test } from 'vitest';
import { confirmedWarnings } from '../index.ts';
import { ask, sit } from './sitting.ts';

describe('a warning', () => {
  const aged = () =>
    sit([
      ask('integer', 'age', { warning: '. < 100', warningMessage: { en: 'Really ${age}?' } }),
      ask('text', 'next'),
    ]);

  test('lets the answer into the data and asks for a reason before going on', () => {
    const sitting = aged();
    expect(sitting.answer('age', 104)).toBeUndefined();
    expect(sitting.text('age')).toBe('104');
    expect(sitting.shown()[0]?.warning).toEqual({ message: 'Really 104?' });
    expect(sitting.take({ kind: 'next' })).toEqual({
      reason: 'warning',
      path: '/data/age',
      message: 'Really 104?',
    });
    sitting.take({ kind: 'confirm', path: '/data/age', reason: 'showed the passport' });
    expect(sitting.shown()[0]?.warning).toEqual({ message: 'Really 104?', reason: 'showed the passport' });
    expect(sitting.take({ kind: 'next' })).toBeUndefined();
    expect(sitting.where()).toBe('next');
    expect(confirmedWarnings(sitting.interview)).toEqual({ '/data/age': 'showed the passport' });
  });

  test('forgets the reason with the answer it was given for', () => {
    const sitting = aged();
    sitting.answer('age', 104);
    sitting.take({ kind: 'confirm', path: '/data/age', reason: 'sure' });
    sitting.answer('age', 105);
    expect(sitting.take({ kind: 'next' })).toMatchObject({ reason: 'warning' });
    sitting.answer('age', 50);
    expect(sitting.shown()[0]?.warning).toBeUndefined();
    expect(sitting.take({ kind: 'next' })).toBeUndefined();
  });

  test('does not keep an interview from ending', () => {
    const sitting = aged();
    sitting.answer('age', 104);
    expect(sitting.take({ kind: 'finish' })).toBeUndefined();
  });
});
