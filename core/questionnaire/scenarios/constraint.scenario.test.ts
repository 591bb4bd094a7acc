import { describe, expect, test } from 'vitest';
import { ask, choicesNamed, sit } from './sitting.ts';

describe('constraint', () => {
  const visit = () =>
    sit([
      ask('integer', 'from', { default: '5' }),
      ask('integer', 'to', {
        constraint: '. >= ${from} and . < 100',
        constraintMessage: { en: 'At least ${from}.' },
      }),
      ask('calculate', 'span', { calculation: '${to} - ${from}' }),
    ]);

  test('keeps what breaks it out of the data, but on the screen', () => {
    const sitting = visit();
    sitting.answer('to', 9);
    sitting.take({ kind: 'next' });
    expect(sitting.answer('to', 3)).toEqual({ reason: 'constraint', message: 'At least 5.' });
    expect(sitting.texts()).toEqual({ from: '5', to: '9', span: '4' });
    expect(sitting.shown()[0]).toMatchObject({
      value: 3,
      violation: { kind: 'constraint', message: 'At least 5.' },
    });
    expect(sitting.take({ kind: 'next' })).toMatchObject({ reason: 'constraint', path: '/data/to' });
    sitting.answer('to', 7);
    expect(sitting.shown()[0]?.violation).toBeUndefined();
    expect(sitting.take({ kind: 'next' })).toBeUndefined();
  });

  test('is forgotten on the way back', () => {
    const sitting = visit();
    sitting.take({ kind: 'next' });
    sitting.answer('to', 3);
    sitting.take({ kind: 'back' });
    sitting.take({ kind: 'next' });
    expect(sitting.shown()[0]).toMatchObject({ value: null });
  });

  test('is not asked of blank answers', () => {
    const sitting = visit();
    sitting.answer('to', 9);
    expect(sitting.answer('to', null)).toBeUndefined();
    expect(sitting.text('to')).toBe('');
  });

  test('is found at the end when another answer broke it', () => {
    const sitting = visit();
    sitting.answer('to', 9);
    sitting.answer('from', 10);
    expect(sitting.node('to')?.verdict).toBe('constraint');
    expect(sitting.take({ kind: 'finish' })).toEqual({
      reason: 'constraint',
      path: '/data/to',
      message: 'At least 10.',
    });
  });

  test("comes after the type's own checks", () => {
    const sitting = sit(
      [ask('integer', 'n', { constraint: 'false()' }), ask('select_one', 's', { choices: 'l' })],
      {
        choices: { l: choicesNamed('a', 'b') },
      },
    );
    expect(sitting.answer('n', 'many')).toMatchObject({ reason: 'type', problem: { code: 'malformed' } });
    expect(sitting.answer('s', 'c')).toMatchObject({ reason: 'type', problem: { code: 'notAChoice' } });
    expect(sitting.answer('n', 1)).toMatchObject({ reason: 'constraint' });
  });

  test('holds in field-lists and repeats for each instance', () => {
    const sitting = sit([
      { type: 'repeat', name: 'r', elements: [ask('integer', 'n', { constraint: '. > position(..)' })] },
    ]);
    sitting.take({ kind: 'addRepeat', path: '/data/r' });
    expect(sitting.answer('r[1]/n', 2)).toBeUndefined();
    expect(sitting.answer('r[2]/n', 2)).toMatchObject({ reason: 'constraint' });
  });
});
