import { describe, expect, test } from 'vitest';
import { compileQuestionnaire, startInterview } from '../index.ts';
import type { Element } from '../index.ts';
import { ask, define, sit } from './sitting.ts';

describe('a repeat count', () => {
  const counted = (repeatCount: string, more = {}) =>
    sit(
      [
        ask('integer', 'n'),
        {
          type: 'repeat',
          name: 'r',
          repeatCount,
          elements: [
            ask('text', 'q', { default: 'x' }),
            ask('calculate', 'nth', { calculation: 'position(..)' }),
          ],
        },
        ask('calculate', 'count', { calculation: 'count(${r})' }),
      ],
      more,
    );

  test('adds and removes instances at the end', () => {
    const sitting = counted('${n}');
    sitting.answer('n', 3);
    sitting.answer('r[3]/q', 'last');
    expect(sitting.texts()).toMatchObject({ 'r[3]/q': 'last', 'r[3]/nth': '3', count: '3' });
    sitting.answer('n', 1);
    expect(sitting.changed()).toMatchObject({ 'r[3]': ['removed'], 'r[2]': ['removed'], count: ['value'] });
    sitting.answer('n', 3);
    expect(sitting.texts()).toMatchObject({ 'r[3]/q': 'x', count: '3' });
    sitting.answer('n', 0);
    expect(sitting.texts()).toEqual({ n: '0', count: '0' });
  });

  test('that is blank leaves the instances there are', () => {
    const sitting = counted('${n}');
    expect(sitting.text('count')).toBe('1');
    sitting.answer('n', 2);
    sitting.answer('n', '');
    expect(sitting.text('count')).toBe('2');
  });

  test('may be a number or an expression, whose result is part of the answers', () => {
    expect(counted('3').texts()).toMatchObject({ r_count: '3', count: '3' });
    const sitting = counted('${n} * 2');
    sitting.answer('n', 2);
    expect(sitting.texts()).toMatchObject({ r_count: '4', count: '4' });
  });

  test('leaves people no say', () => {
    const sitting = counted('${n}');
    expect(sitting.take({ kind: 'addRepeat', path: '/data/r' })).toEqual({ reason: 'counted' });
    expect(sitting.take({ kind: 'removeRepeat', path: '/data/r[1]' })).toEqual({ reason: 'counted' });
  });

  test('works inside repeats, each instance for itself', () => {
    const sitting = sit([
      {
        type: 'repeat',
        name: 'outer',
        startInstances: 2,
        elements: [
          ask('integer', 'n'),
          { type: 'repeat', name: 'inner', repeatCount: '${n}', elements: [ask('text', 'q')] },
        ],
      },
      ask('calculate', 'all', { calculation: 'count(${inner})' }),
    ]);
    sitting.answer('outer[1]/n', 2);
    sitting.answer('outer[2]/n', 3);
    expect(sitting.text('all')).toBe('5');
    expect(sitting.node('outer[2]/inner[3]/q')).toBeDefined();
  });

  test('waits for the group around it to be relevant, and reads its question relevant or not', () => {
    const sitting = sit([
      ask('text', 'go'),
      ask('integer', 'n', { default: '2', relevant: 'false()' }),
      {
        type: 'group',
        name: 'g',
        relevant: "${go} = 'yes'",
        elements: [{ type: 'repeat', name: 'r', repeatCount: '${n}', elements: [ask('text', 'q')] }],
      },
    ]);
    expect(sitting.node('g/r[2]')).toBeUndefined();
    sitting.answer('go', 'yes');
    expect(sitting.node('g/r[2]')?.relevant).toBe(true);
    sitting.answer('go', 'no');
    expect(sitting.node('g/r[2]')?.relevant).toBe(false);
  });
});

describe('a repeat count beyond all bounds', () => {
  const elements = (repeatCount: string) => [
    ask('integer', 'n', { default: '2' }),
    { type: 'repeat' as const, name: 'r', repeatCount, elements: [ask('text', 'q')] },
  ];

  test('is refused, and the answer with it', () => {
    const sitting = sit(elements('${n}'));
    const refusal = sitting.answer('n', 1_000_000_000);
    expect(refusal).toMatchObject({ reason: 'tooMany', path: '/data/r' });
    expect(refusal?.message).toMatch(/1000000000 instances; more than 20000 are not allowed/);
    expect(sitting.texts()).toEqual({ n: '2' });
    expect(sitting.node('r[3]')).toBeUndefined();
    expect(sitting.answer('n', 3)).toBeUndefined();
    expect(sitting.node('r[3]')).toBeDefined();
  });

  test('keeps an interview from starting', () => {
    const compiled = compileQuestionnaire(define(elements('1000000000')));
    const started = compiled.ok ? startInterview(compiled.value, { now: 0, seed: 1 }) : undefined;
    expect(started).toMatchObject({ ok: false, error: { path: '/data/r' } });
  });

  test('can not hide in nested repeats that begin with many', () => {
    const many = (depth: number): Element => ({
      type: 'repeat',
      name: `r${depth}`,
      startInstances: 5_000,
      elements: [depth === 0 ? ask('text', 'x') : many(depth - 1)],
    });
    const compiled = compileQuestionnaire(define([many(2)]));
    const started = compiled.ok ? startInterview(compiled.value, { now: 0, seed: 1 }) : undefined;
    expect(started?.ok === false && started.error.message).toMatch(/more than 200000 places/);
  });

  test('can not hide in nested repeats', () => {
    const nested = (depth: number): ReturnType<typeof elements> =>
      [
        ask('text', `q${depth}`),
        {
          type: 'repeat' as const,
          name: `r${depth}`,
          repeatCount: '1000',
          elements: depth === 0 ? [ask('text', 'x')] : nested(depth - 1),
        },
      ] as ReturnType<typeof elements>;
    const compiled = compileQuestionnaire(define(nested(3)));
    const started = compiled.ok ? startInterview(compiled.value, { now: 0, seed: 1 }) : undefined;
    expect(started?.ok).toBe(false);
  });
});
