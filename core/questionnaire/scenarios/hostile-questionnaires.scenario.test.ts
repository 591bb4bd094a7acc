import { describe, expect, test } from 'vitest';
import { compileQuestionnaire } from '../index.ts';
import type { Element } from '../index.ts';
import { ask, define, sit } from './sitting.ts';

const problems = (elements: readonly Element[]) => {
  const compiled = compileQuestionnaire(define(elements));
  return compiled.ok ? [] : compiled.error;
};

const nest = (depth: number, inner: Element): Element => {
  let element = inner;
  for (let level = depth; level > 0; level -= 1) {
    element = {
      type: level % 5 === 0 ? 'repeat' : 'group',
      name: `g${level}`,
      relevant: 'true()',
      elements: [element],
    };
  }
  return element;
};

describe('a circle', () => {
  test('is named from end to end', () => {
    const [problem] = problems([
      ask('calculate', 'a', { calculation: '${b} + 1' }),
      ask('calculate', 'b', { calculation: '${c} + 1' }),
      ask('calculate', 'c', { calculation: '${a} + 1' }),
    ]);
    expect(problem?.column).toBe('calculation');
    expect(problem?.message).toMatch(/depends on itself/);
    for (const path of ['/data/a', '/data/b', '/data/c']) expect(problem?.message).toContain(path);
  });

  test.each([
    ['through itself', [ask('text', 'a', { relevant: '${a} = 1' })]],
    [
      'through relevance',
      [ask('integer', 'a', { relevant: '${b} = 1' }), ask('calculate', 'b', { calculation: '${a}' })],
    ],
    [
      'through the group around',
      [{ type: 'group' as const, name: 'g', relevant: '${a} = 1', elements: [ask('integer', 'a')] }],
    ],
    [
      'inside one repeat instance',
      [
        {
          type: 'repeat' as const,
          name: 'r',
          elements: [
            ask('calculate', 'a', { calculation: '${b}' }),
            ask('calculate', 'b', { calculation: '${a}' }),
          ],
        },
      ],
    ],
  ])('%s is found', (_, elements) => {
    expect(problems(elements).map(({ message }) => message)).toEqual([
      expect.stringMatching(/depends on itself/),
    ]);
  });

  test('of 2,000 questions is found without recursion', () => {
    const elements = Array.from({ length: 2_000 }, (_, index) =>
      ask('calculate', `q${index}`, { calculation: `\${q${(index + 1) % 2_000}} + 1` }),
    );
    expect(problems(elements)).toHaveLength(1);
  });
});

describe('sheer size', () => {
  test('200 levels of groups and repeats work', () => {
    const sitting = sit([
      nest(200, ask('integer', 'deep')),
      ask('calculate', 'sum', { calculation: 'sum(${deep})' }),
    ]);
    expect(sitting.shown().map(({ name }) => name)).toEqual(['deep']);
    const [question] = sitting.shown();
    sitting.take({ kind: 'answer', path: question?.path ?? '', value: 5 });
    expect(sitting.text('sum')).toBe('5');
    expect(sitting.take({ kind: 'finish' })).toBeUndefined();
  });

  test('1,000 levels are a message', () => {
    expect(problems([nest(1_000, ask('integer', 'deep'))])[0]?.message).toMatch(/nested more than 250 deep/);
  });

  test('a chain of 5,000 calculations is settled without recursion', () => {
    const sitting = sit([
      ask('integer', 'q0'),
      ...Array.from({ length: 5_000 }, (_, index) =>
        ask('calculate', `q${index + 1}`, { calculation: `\${q${index}} + 1` }),
      ),
    ]);
    sitting.answer('q0', 1);
    expect(sitting.text('q5000')).toBe('5001');
  });

  test('a sum of 5,000 questions is one expression', () => {
    const names = Array.from({ length: 5_000 }, (_, index) => `q${index}`);
    const sitting = sit([
      ...names.map((name) => ask('integer', name, { default: '1' })),
      ask('calculate', 'sum', { calculation: names.map((name) => `\${${name}}`).join(' + ') }),
    ]);
    sitting.answer('q4999', 3);
    expect(sitting.text('sum')).toBe('5002');
  });

  test('an expression of a megabyte is a message', () => {
    const [problem] = problems([ask('calculate', 'a', { calculation: '1 + '.repeat(262_144) + '1' })]);
    expect(problem).toMatchObject({ path: '/data/a', column: 'calculation' });
  });

  test('instances that read each other round in a circle come to an end', () => {
    const sitting = sit([
      {
        type: 'repeat',
        name: 'r',
        startInstances: 3,
        elements: [
          ask('calculate', 'a', {
            calculation: 'coalesce(sum(${r}[position() != position(current()/..)]/a), 0) + 1',
          }),
        ],
      },
    ]);
    expect(sitting.take({ kind: 'finish' })).toBeUndefined();
  });
});

describe('what can not be compiled', () => {
  test('is told with place, column and position', () => {
    expect(
      problems([
        ask('text', 'a', { relevant: '1 +' }),
        ask('select_one', 'b', { choices: 'l', choiceFilter: 'x = = 1' }),
      ]),
    ).toEqual([
      expect.objectContaining({ path: '/data/a', column: 'relevant' }),
      expect.objectContaining({ path: '/data/b', column: 'choiceFilter', position: 4 }),
    ]);
  });

  test('includes names that stand twice, and triggers that are not there', () => {
    expect(
      problems([ask('text', 'a'), ask('text', 'a'), ask('text', 'b', { triggers: ['nobody'] })]),
    ).toEqual([
      expect.objectContaining({ path: '/data/a', column: 'name' }),
      expect.objectContaining({ path: '/data/b', column: 'triggers' }),
    ]);
  });
});
