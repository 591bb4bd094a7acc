import { describe, expect, test } from 'vitest';
import { ask, sit } from './sitting.ts';

/** random() gives another number each time it is evaluated, and so tells what was. */
const drawn = (reads: string): string => `concat(${reads}, ' ', random())`;

const evaluated = (sitting: ReturnType<typeof sit>): readonly string[] =>
  Object.keys(sitting.changed()).sort();

describe('an answer evaluates only what depends on it', () => {
  test('in one of 1,000 repeat instances', () => {
    const sitting = sit([
      {
        type: 'repeat',
        name: 'r',
        startInstances: 1000,
        elements: [
          ask('integer', 'a', { default: '1' }),
          ask('calculate', 'own', { calculation: drawn('${a}') }),
          ask('calculate', 'alone', { calculation: 'random()' }),
          ask('calculate', 'further', { calculation: drawn('${own}') }),
        ],
      },
      ask('calculate', 'sum', { calculation: 'sum(${a})' }),
      ask('calculate', 'other', { calculation: drawn("''") }),
    ]);
    sitting.answer('r[500]/a', 5);
    expect(evaluated(sitting)).toEqual(['r[500]/a', 'r[500]/further', 'r[500]/own', 'sum']);
    expect(sitting.text('sum')).toBe('1004');
  });

  test('from outside into all instances', () => {
    const sitting = sit([
      ask('integer', 'factor'),
      {
        type: 'repeat',
        name: 'r',
        startInstances: 3,
        elements: [ask('integer', 'a'), ask('calculate', 'c', { calculation: drawn('${factor}') })],
      },
    ]);
    sitting.answer('factor', 2);
    expect(evaluated(sitting)).toEqual(['factor', 'r[1]/c', 'r[2]/c', 'r[3]/c']);
    sitting.answer('r[2]/a', 2);
    expect(evaluated(sitting)).toEqual(['r[2]/a']);
  });

  test('in the repeat inside the repeat', () => {
    const sitting = sit([
      {
        type: 'repeat',
        name: 'o',
        startInstances: 2,
        elements: [
          ask('integer', 'a'),
          {
            type: 'repeat',
            name: 'i',
            startInstances: 2,
            elements: [ask('integer', 'b'), ask('calculate', 'c', { calculation: drawn('${a}, ${b}') })],
          },
          ask('calculate', 'sum', { calculation: drawn('sum(${b})') }),
        ],
      },
    ]);
    sitting.answer('o[2]/a', 1);
    expect(evaluated(sitting)).toEqual(['o[2]/a', 'o[2]/i[1]/c', 'o[2]/i[2]/c']);
    sitting.answer('o[2]/i[1]/b', 1);
    expect(evaluated(sitting)).toEqual(['o[2]/i[1]/b', 'o[2]/i[1]/c', 'o[2]/sum']);
  });

  test('and nothing when it is the same as before', () => {
    const sitting = sit([
      ask('integer', 'a', { default: '1' }),
      ask('calculate', 'c', { calculation: drawn('${a}') }),
    ]);
    sitting.answer('a', '1');
    expect(evaluated(sitting)).toEqual([]);
  });

  test('and nothing behind a result that stays the same', () => {
    const sitting = sit([
      ask('integer', 'a'),
      ask('calculate', 'big', { calculation: '${a} > 10' }),
      ask('calculate', 'c', { calculation: drawn('${big}') }),
    ]);
    sitting.answer('a', 5);
    expect(evaluated(sitting)).toEqual(['a']);
    sitting.answer('a', 11);
    expect(evaluated(sitting)).toEqual(['a', 'big', 'c']);
  });

  test('also when choices, constraints and labels would read it', () => {
    const sitting = sit([
      ask('integer', 'a'),
      ask('integer', 'b', { constraint: '. > ${a}', label: { en: '${a}' } }),
    ]);
    sitting.answer('a', 5);
    expect(evaluated(sitting)).toEqual(['a']);
  });
});
