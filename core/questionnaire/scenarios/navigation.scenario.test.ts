import { describe, expect, test } from 'vitest';
import { progress } from '../index.ts';
import type { Element } from '../index.ts';
import { ask, sit } from './sitting.ts';

const walk = (sitting: ReturnType<typeof sit>, kind: 'next' | 'back'): readonly string[] => {
  const passed = [sitting.where()];
  while (sitting.take({ kind }) === undefined) passed.push(sitting.where());
  return passed;
};

const survey: readonly Element[] = [
  ask('text', 'a'),
  ask('calculate', 'hidden', { calculation: '1' }),
  ask('text', 'skipped', { relevant: "${a} = 'yes'" }),
  { type: 'group', name: 'g', label: { en: 'Group' }, elements: [ask('text', 'b'), ask('note', 'c')] },
  {
    type: 'group',
    name: 'f',
    appearance: 'w2 field-list',
    elements: [
      ask('text', 'd'),
      ask('text', 'e', { relevant: "${d} = 'more'" }),
      { type: 'group', name: 'deep', elements: [ask('text', 'h')] },
    ],
  },
];

describe('going forward and back', () => {
  test('passes one question at a time, and field-lists as one', () => {
    const sitting = sit(survey);
    expect(walk(sitting, 'next')).toEqual(['a', 'g/b', 'g/c', 'f/d f/deep/h', 'end']);
    expect(sitting.take({ kind: 'next' })).toEqual({ reason: 'noFurther' });
    expect(walk(sitting, 'back')).toEqual(['end', 'f/d f/deep/h', 'g/c', 'g/b', 'a']);
    expect(sitting.take({ kind: 'back' })).toEqual({ reason: 'noFurther' });
  });

  test('follows relevance as it changes', () => {
    const sitting = sit(survey);
    sitting.answer('a', 'yes');
    sitting.take({ kind: 'next' });
    expect(sitting.where()).toBe('skipped');
    sitting.take({ kind: 'goTo', path: '/data/f/d' });
    sitting.answer('f/d', 'more');
    expect(sitting.where()).toBe('f/d f/e f/deep/h');
  });

  test('tells the sections and how far it is', () => {
    const sitting = sit(survey);
    expect(progress(sitting.interview)).toEqual({ position: 1, total: 4 });
    sitting.take({ kind: 'next' });
    expect(sitting.screen()).toMatchObject({ sections: [{ path: '/data/g', label: 'Group' }] });
    expect(progress(sitting.interview)).toEqual({ position: 2, total: 4 });
    walk(sitting, 'next');
    expect(progress(sitting.interview)).toEqual({ position: 5, total: 4 });
  });

  test('goes straight to a question, or the field-list it is in', () => {
    const sitting = sit(survey);
    sitting.take({ kind: 'goTo', path: '/data/f/deep/h' });
    expect(sitting.where()).toBe('f/d f/deep/h');
    expect(sitting.take({ kind: 'goTo', path: '/data/skipped' })).toEqual({ reason: 'irrelevant' });
    expect(sitting.take({ kind: 'goTo', path: '/data/hidden' })).toMatchObject({ reason: 'unknownPath' });
    expect(sitting.take({ kind: 'goTo', path: '/data/nobody' })).toMatchObject({ reason: 'unknownPath' });
    expect(sitting.where()).toBe('f/d f/deep/h');
  });

  test('is at the end at once when nothing is to be asked', () => {
    expect(sit([ask('text', 'a', { relevant: 'false()' })]).where()).toBe('end');
  });
});

describe('the screens of a repeat', () => {
  const visits = (more = {}) =>
    sit([
      {
        type: 'repeat',
        name: 'visit',
        label: { en: 'Visit' },
        elements: [ask('text', 'shop'), ask('text', 'why')],
        ...more,
      },
      ask('text', 'end'),
    ]);

  test('ask after the last instance whether there is another', () => {
    const sitting = visits();
    expect(walk(sitting, 'next')).toEqual(['visit[1]/shop', 'visit[1]/why', 'visit+', 'end', 'end']);
    sitting.take({ kind: 'goTo', path: '/data/visit[1]/why' });
    sitting.take({ kind: 'next' });
    expect(sitting.screen()).toMatchObject({ kind: 'repeat', path: '/data/visit', label: 'Visit', count: 1 });
    sitting.take({ kind: 'addRepeat', path: '/data/visit' });
    expect(sitting.where()).toBe('visit[2]/shop');
    expect(walk(sitting, 'next')).toEqual(['visit[2]/shop', 'visit[2]/why', 'visit+', 'end', 'end']);
  });

  test('do not ask where a count decides, or nothing may be added', () => {
    expect(walk(visits({ repeatCount: '2' }), 'next')).toEqual([
      'visit[1]/shop',
      'visit[1]/why',
      'visit[2]/shop',
      'visit[2]/why',
      'end',
      'end',
    ]);
    expect(walk(visits({ fixed: true }), 'next')).toEqual(['visit[1]/shop', 'visit[1]/why', 'end', 'end']);
  });

  test('do not ask where the instance would be irrelevant', () => {
    const sitting = visits({ relevant: 'position(.) < 3' });
    sitting.take({ kind: 'addRepeat', path: '/data/visit' });
    expect(walk(sitting, 'next')).toEqual([
      'visit[1]/shop',
      'visit[1]/why',
      'visit[2]/shop',
      'visit[2]/why',
      'end',
      'end',
    ]);
  });

  test('go on when the instance on screen is removed', () => {
    const sitting = visits();
    sitting.take({ kind: 'removeRepeat', path: '/data/visit[1]' });
    expect(sitting.where()).toBe('visit+');
    sitting.take({ kind: 'addRepeat', path: '/data/visit' });
    expect(sitting.where()).toBe('visit[1]/shop');
  });
});
