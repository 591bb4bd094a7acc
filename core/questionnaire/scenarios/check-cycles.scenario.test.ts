import { describe, expect, it } from 'vitest';
import { ask, problemsOf } from './problemsOf.ts';

const calculate = (name: string, calculation: string, more: object = {}) => ({
  type: 'calculate',
  name,
  calculation,
  ...more,
});
const cycles = (...elements: readonly unknown[]): readonly string[] => {
  const { all } = problemsOf(elements);
  return all.filter((problem) => problem.code === 'cycle').map((problem) => problem.message);
};

describe('a circle', () => {
  it('of calculations is told with the way round', () => {
    expect(
      cycles(calculate('a', '${b} + 1'), calculate('b', '${c} + 1'), calculate('c', '${a} + 1')),
    ).toEqual([
      'goes round in a circle: /data/a by its calculation depends on /data/b by its calculation depends on /data/c by its calculation depends on /data/a. Take one of these references away.',
    ]);
  });

  it('of a calculation on itself', () => {
    expect(cycles(calculate('a', '${a} + 1'))).toHaveLength(1);
    expect(cycles(calculate('a', '. + 1'))).toHaveLength(1);
    expect(cycles(calculate('a', '/data/a + 1'))).toHaveLength(1);
    expect(cycles(calculate('a', '../a + 1'))).toHaveLength(1);
  });

  it('of relevance', () => {
    const read = calculate('c', '${a}');
    expect(cycles(ask('a', { relevant: '${c} = 1' }), read)).toHaveLength(1);
    expect(cycles(ask('a', { relevant: '${a} = 1' }))).toHaveLength(1);
  });

  it('of a group that looks at what stands inside', () => {
    const group = { type: 'group', name: 'g', relevant: '${inside} = 1', elements: [ask('inside')] };
    expect(cycles(group)).toEqual([
      'goes round in a circle: /data/g by its relevant depends on /data/g/inside stands inside /data/g. Take one of these references away.',
    ]);
  });

  it('of a count that looks at what it counts', () => {
    const repeat = {
      type: 'repeat',
      name: 'r',
      label: { en: 'r' },
      repeatCount: 'sum(${inside})',
      elements: [ask('inside')],
    };
    expect(cycles(repeat)).toHaveLength(1);
  });

  it('is found once for each knot', () => {
    const two = [
      calculate('a', '${b}'),
      calculate('b', '${a}'),
      calculate('c', '${d}'),
      calculate('d', '${c}'),
    ];
    expect(cycles(...two)).toHaveLength(2);
  });
});

describe('no circle', () => {
  it('is that questions are relevant by each other’s answers', () => {
    expect(cycles(ask('a', { relevant: "${b} = ''" }), ask('b', { relevant: "${a} = ''" }))).toEqual([]);
  });

  it('is a constraint or a warning on the answer itself', () => {
    const question = ask('a', {
      constraint: '. > 1 and ${a} < 5',
      warning: '${a} < 4',
      warningMessage: { en: 'x' },
    });
    expect(cycles(question)).toEqual([]);
  });

  it('is required or read-only by what the answer is', () => {
    expect(cycles(ask('a', { required: "${a} = ''", readOnly: "${a} != ''" }))).toEqual([]);
  });

  it('is a calculation that runs when another question changes', () => {
    expect(cycles(ask('b'), calculate('count', '${count} + 1', { triggers: ['b'] }))).toEqual([]);
  });

  it('is a first value', () => {
    expect(cycles(ask('a', { dynamicDefault: '${b}' }), calculate('b', '${a}'))).toEqual([]);
  });

  it('is a calculation that keeps its value', () => {
    expect(cycles(calculate('id', 'once(uuid())'))).toEqual([]);
  });

  it('is the sum over a repeat, nor a look at the instance before', () => {
    const inside = calculate('balance', 'indexed-repeat(${balance}, ${r}, position(..) - 1) + ${amount}');
    const repeat = { type: 'repeat', name: 'r', label: { en: 'r' }, elements: [ask('amount'), inside] };
    expect(cycles(repeat, calculate('total', 'sum(${amount})'))).toEqual([]);
  });

  it('is the answer of the last response', () => {
    expect(cycles(calculate('a', '${last-saved#a}'))).toEqual([]);
  });
});
