import { describe, expect, test } from 'vitest';
import { ask, sit } from './sitting.ts';

describe('required', () => {
  const named = () =>
    sit([
      ask('text', 'name', { required: 'true()', requiredMessage: { en: 'We need a name.' } }),
      ask('text', 'reason', { required: "${name} = 'Nobody'" }),
    ]);

  test('stops on the screen and at the end, and says where', () => {
    const sitting = named();
    expect(sitting.shown()[0]).toMatchObject({ required: true });
    expect(sitting.shown()[0]?.violation).toBeUndefined();
    const refusal = { reason: 'required', path: '/data/name', message: 'We need a name.' };
    expect(sitting.take({ kind: 'next' })).toEqual(refusal);
    expect(sitting.shown()[0]?.violation).toEqual({ kind: 'required', message: 'We need a name.' });
    expect(sitting.take({ kind: 'finish' })).toEqual(refusal);
  });

  test('refuses to clear an answer, which the data keeps and the screen does not', () => {
    const sitting = named();
    sitting.answer('name', 'Ilze');
    expect(sitting.answer('name', '')).toMatchObject({ reason: 'required' });
    expect(sitting.text('name')).toBe('Ilze');
    expect(sitting.shown()[0]).toMatchObject({ value: null, violation: { kind: 'required' } });
    expect(sitting.take({ kind: 'next' })).toMatchObject({ reason: 'required' });
    sitting.answer('name', 'Anna');
    expect(sitting.take({ kind: 'next' })).toBeUndefined();
  });

  test('may depend on other answers', () => {
    const sitting = named();
    sitting.answer('name', 'Nobody');
    expect(sitting.node('reason')).toMatchObject({ required: true, verdict: 'required' });
    sitting.answer('name', 'Anna');
    expect(sitting.node('reason')).toMatchObject({ required: false, verdict: 'ok' });
  });

  test('is satisfied by a special answer', () => {
    const sitting = sit([
      ask('integer', 'income', { required: 'true()', specialAnswers: ['refused'], constraint: '. > 0' }),
    ]);
    expect(sitting.answer('income', { special: 'refused' })).toBeUndefined();
    expect(sitting.take({ kind: 'finish' })).toBeUndefined();
    expect(sitting.answers()).toEqual({ '/data/income': { special: 'refused' } });
  });

  test('does not bind irrelevant questions', () => {
    const sitting = sit([
      ask('integer', 'a'),
      ask('text', 'b', { required: 'true()', relevant: '${a} = 1' }),
    ]);
    expect(sitting.take({ kind: 'finish' })).toBeUndefined();
  });
});
