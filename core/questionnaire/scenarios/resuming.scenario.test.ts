import { describe, expect, test } from 'vitest';
import { compileQuestionnaire, resumeInterview, saveState } from '../index.ts';
import type { Element } from '../index.ts';
import { ask, define, sit } from './sitting.ts';

const elements: readonly Element[] = [
  ask('integer', 'n', { constraint: '. < 10', warning: '. < 5' }),
  ask('calculate', 'dice', { calculation: 'once(random())' }),
  { type: 'repeat', name: 'r', elements: [ask('text', 'q', { relevant: '${n} > 1' }), ask('text', 'p')] },
  ask('start', 'start'),
];

const thereAndBack = (sitting: ReturnType<typeof sit>): void => {
  const saved: unknown = JSON.parse(JSON.stringify(saveState(sitting.interview)));
  const resumed = resumeInterview(sitting.interview.questionnaire, saved);
  if (!resumed.ok) throw new Error(resumed.error.message);
  sitting.interview = resumed.value;
};

describe('an interview that is resumed', () => {
  test('goes on where it was, with all answers, whatever clock and chance say now', () => {
    const sitting = sit(elements);
    sitting.answer('n', 2);
    sitting.take({ kind: 'addRepeat', path: '/data/r' });
    sitting.answer('r[2]/q', 'kept');
    sitting.take({ kind: 'goTo', path: '/data/r[2]/p' });
    const before = sitting.texts();
    thereAndBack(sitting);
    expect(sitting.texts()).toEqual(before);
    expect(sitting.where()).toBe('r[2]/p');
    sitting.answer('n', 1);
    expect(sitting.node('r[2]/q')).toMatchObject({ relevant: false, text: 'kept' });
  });

  test('still shows what was refused, and knows the reasons given', () => {
    const sitting = sit(elements);
    sitting.answer('n', 7);
    sitting.take({ kind: 'confirm', path: '/data/n', reason: 'counted twice' });
    sitting.answer('n', 12);
    thereAndBack(sitting);
    expect(sitting.shown()[0]).toMatchObject({ value: 12, violation: { kind: 'constraint' } });
    sitting.answer('n', 7);
    expect(sitting.shown()[0]?.warning).toEqual({ reason: 'counted twice' });
  });

  test('stays at the question between two repeat instances', () => {
    const sitting = sit(elements);
    for (let step = 0; step < 2; step += 1) sitting.take({ kind: 'next' });
    expect(sitting.where()).toBe('r+');
    thereAndBack(sitting);
    expect(sitting.where()).toBe('r+');
  });

  test('stays finished', () => {
    const sitting = sit(elements);
    sitting.take({ kind: 'finish' });
    thereAndBack(sitting);
    expect(sitting.answer('n', 1)).toEqual({ reason: 'finished' });
  });
});

describe('what is no saved interview', () => {
  const compiled = compileQuestionnaire(define(elements));
  const resume = (saved: unknown) => {
    if (!compiled.ok) throw new Error('does not compile');
    return resumeInterview(compiled.value, saved);
  };

  test.each([null, 7, 'x', [], {}, { saved: 1 }, { saved: 2 }])('%j is refused', (saved) => {
    expect(resume(saved)).toMatchObject({ ok: false });
  });

  test('is refused when one part of it is broken', () => {
    const saved = saveState(sit(elements).interview);
    expect(resume(saved)).toMatchObject({ ok: true });
    for (const key of Object.keys(saved))
      expect(resume({ ...saved, [key]: undefined })).toMatchObject({ ok: false });
  });

  test('is refused by another version of the questionnaire', () => {
    const saved = saveState(sit(elements, { version: '2' }).interview);
    expect(resume(saved)).toMatchObject({
      ok: false,
      error: { message: 'Saved with version 2 of scenario: resume it with that.' },
    });
  });

  test('keeps what it can of paths that are gone', () => {
    const saved = saveState(sit(elements).interview);
    const resumed = resume({
      ...saved,
      cursor: { at: 'node', path: '/data/gone' },
      reasons: { '/data/gone': 'x' },
    });
    expect(resumed).toMatchObject({ ok: true });
  });
});
