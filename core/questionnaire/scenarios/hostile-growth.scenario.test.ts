import { describe, expect, test } from 'vitest';
import { failures } from '../index.ts';
import type { Element } from '../index.ts';
import { ask, sit } from './sitting.ts';

const repeat = (name: string, repeatCount: string, ...elements: Element[]): Element => ({
  type: 'repeat',
  name,
  repeatCount,
  elements,
});

describe('a text that doubles at each step', () => {
  test('is left blank with the reason, and the interview goes on', () => {
    const sitting = sit([
      ask('text', 'a'),
      ...Array.from({ length: 60 }, (_, index) =>
        ask('calculate', `c${index}`, {
          calculation: index === 0 ? '${a}' : `concat(\${c${index - 1}}, \${c${index - 1}})`,
        }),
      ),
    ]);
    sitting.answer('a', 'xx');
    expect(sitting.text('c3')).toBe('x'.repeat(16));
    expect(sitting.text('c59')).toBe('');
    expect(Object.values(failures(sitting.interview))).toEqual([expect.stringMatching(/more than 4194304/)]);
    sitting.answer('a', '');
    expect(failures(sitting.interview)).toEqual({});
  });

  test('is bounded for join() as well', () => {
    const sitting = sit([
      ask('text', 'a'),
      ask('calculate', 'b', { calculation: "join(${a}, '', '', '', '', '', '')" }),
    ]);
    sitting.answer('a', 'x'.repeat(1_000_000));
    expect(Object.keys(failures(sitting.interview))).toEqual(['/data/b calculation']);
  });
});

describe('paths within paths over 10,000 questions', () => {
  const questions = Array.from({ length: 10_000 }, (_, index) => ask('integer', `q${index}`));

  test.each([
    'count(//*[count(//*) > 1])',
    'count(//*[count(../*[. != 1]) > 1])',
    'count(/data/*[count(/data/*[1 = 1]) > 1])',
  ])('%s fails instead of running on', (calculation) => {
    const sitting = sit([...questions, ask('calculate', 'c', { calculation })]);
    expect(sitting.text('c')).toBe('');
    expect(failures(sitting.interview)['/data/c calculation']).toMatch(/looks at too many questions/);
  });

  test.each([
    ['//* < //*', 'true'],
    ['//* != //*', 'true'],
    ['count(//*) > 10000', 'true'],
  ])('%s is answered', (calculation, expected) => {
    const sitting = sit([
      ask('integer', 'low', { default: '1' }),
      ask('integer', 'high', { default: '2' }),
      ...questions,
      ask('calculate', 'c', { calculation }),
    ]);
    expect(sitting.text('c')).toBe(expected);
  });

  test('many costly calculations together are bounded as well', () => {
    const costly = Array.from({ length: 20 }, (_, index) =>
      ask('calculate', `c${index}`, { calculation: `count(/data/g/*[count(/data/g/*[1 = 1]) > ${index}])` }),
    );
    const sitting = sit([{ type: 'group', name: 'g', elements: questions }, ...costly]);
    expect(Object.values(failures(sitting.interview))).toContainEqual(
      expect.stringMatching(/too many questions at once/),
    );
  });
});

describe('a count that is refused', () => {
  const nested = [
    ask('integer', 'n', { default: '2' }),
    repeat('r', '${n}', ask('text', 'name'), repeat('s', '${n}', repeat('t', '${n}', ask('integer', 'x')))),
    repeat('rest', '10 - ${n}', ask('text', 'y')),
  ];

  test('leaves instances and answers as they were', () => {
    const sitting = sit(nested);
    sitting.answer('r[2]/name', 'Ann');
    sitting.answer('rest[8]/y', 'kept');
    const before = sitting.texts();
    expect(sitting.answer('n', 1_000)).toMatchObject({ reason: 'tooMany' });
    expect(sitting.texts()).toEqual(before);
    expect(sitting.node('r[3]')).toBeUndefined();
    expect(sitting.answer('n', 3)).toBeUndefined();
    expect(sitting.node('r[3]/s[3]/t[3]/x')).toBeDefined();
    expect(sitting.text('r[2]/name')).toBe('Ann');
  });

  test('refuses the instance that would bring it about', () => {
    const sitting = sit([
      { type: 'repeat', name: 'r', startInstances: 1, elements: [ask('text', 'a')] },
      repeat('s', 'if(count(${r}) > 1, 1000000, 1)', ask('text', 'b')),
    ]);
    expect(sitting.take({ kind: 'addRepeat', path: '/data/r' })).toMatchObject({ reason: 'tooMany' });
    expect(sitting.node('r[2]')).toBeUndefined();
    expect(sitting.node('s[1]/b')).toBeDefined();
    expect(sitting.node('s[2]')).toBeUndefined();
  });
});
