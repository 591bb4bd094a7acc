import { describe, expect, test } from 'vitest';
import { applyEvent, isFinished } from '../index.ts';
import { ask, choicesNamed, sit } from './sitting.ts';

describe('finishing', () => {
  test('gives the answers as they are, by path, blanks left out', () => {
    const sitting = sit(
      [
        ask('integer', 'n'),
        ask('text', 'blank'),
        ask('select_multiple', 's', { choices: 'l' }),
        ask('nps', 'recommend'),
        { type: 'repeat', name: 'r', startInstances: 2, elements: [ask('geopoint', 'where')] },
      ],
      { choices: { l: choicesNamed('a', 'b') } },
    );
    sitting.answer('n', '12');
    sitting.answer('s', 'a b');
    sitting.answer('recommend', 9);
    sitting.answer('r[2]/where', '56.95 24.1 0 5');
    expect(sitting.take({ kind: 'finish' })).toBeUndefined();
    expect(sitting.answers()).toEqual({
      '/data/n': 12,
      '/data/s': ['a', 'b'],
      '/data/recommend': 9,
      '/data/r[2]/where': { latitude: 56.95, longitude: 24.1, altitude: 0, accuracy: 5 },
    });
  });

  test('evaluates everything once more', () => {
    const sitting = sit([
      ask('integer', 'n', { default: '2' }),
      ask('integer', 'twice', { calculation: '${n} * 2' }),
      ask('calculate', 'when', { calculation: 'now()' }),
    ]);
    sitting.answer('twice', 7);
    sitting.take({ kind: 'finish', at: Date.UTC(2026, 11, 1) });
    expect(sitting.texts()).toMatchObject({ twice: '4', when: '2026-12-01T00:00:00.000+00:00' });
  });

  test('names the first question in the way, in repeats by its position', () => {
    const sitting = sit([
      ask('text', 'fine'),
      {
        type: 'repeat',
        name: 'r',
        startInstances: 2,
        elements: [ask('text', 'must', { required: 'true()' })],
      },
    ]);
    sitting.answer('r[1]/must', 'x');
    expect(sitting.take({ kind: 'finish' })).toEqual({ reason: 'required', path: '/data/r[2]/must' });
    expect(isFinished(sitting.interview)).toBe(false);
  });

  test('is the last event', () => {
    const sitting = sit([ask('text', 'a')]);
    sitting.take({ kind: 'finish' });
    expect(isFinished(sitting.interview)).toBe(true);
    expect(sitting.where()).toBe('end');
    for (const kind of ['finish', 'next', 'back'] as const)
      expect(sitting.take({ kind })).toEqual({ reason: 'finished' });
    expect(sitting.answer('a', 'late')).toEqual({ reason: 'finished' });
    expect(sitting.answers()).toEqual({});
  });
});

describe('an interview that another event was applied to', () => {
  test('is spent, and says so', () => {
    const { interview } = sit([ask('text', 'a')]);
    applyEvent(interview, { kind: 'answer', path: '/data/a', value: 'x' });
    expect(() => applyEvent(interview, { kind: 'next' })).toThrow(/another event was applied/);
  });
});
