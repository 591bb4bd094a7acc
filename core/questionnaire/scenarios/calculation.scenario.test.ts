import { describe, expect, test } from 'vitest';
import { ask, sit } from './sitting.ts';

describe('a calculation', () => {
  test('follows what it reads', () => {
    const sitting = sit([
      ask('integer', 'a'),
      ask('integer', 'b'),
      ask('calculate', 'sum', { calculation: '${a} + ${b}' }),
      ask('calculate', 'twice', { calculation: '${sum} * 2' }),
    ]);
    sitting.answer('a', 1);
    expect(sitting.changed()).toEqual({ a: ['value'] });
    sitting.answer('b', 2);
    expect(sitting.changed()).toEqual({ b: ['value'], sum: ['value'], twice: ['value'] });
    expect(sitting.texts()).toEqual({ a: '1', b: '2', sum: '3', twice: '6' });
  });

  test('reads questions that come later, too', () => {
    const sitting = sit([ask('calculate', 'twice', { calculation: '${n} * 2' }), ask('integer', 'n')]);
    sitting.answer('n', 4);
    expect(sitting.text('twice')).toBe('8');
  });

  test.each([
    ['calculate', '1 div 3', '0.3333333333333333'],
    ['calculate', '2 + 2', '4'],
    ['calculate', "number('x')", ''],
    ['calculate', '1 = 1', 'true'],
    ['calculate', "''", ''],
    ['calculate', 'today()', '2026-11-21'],
    ['calculate', '10 div 0', 'Infinity'],
    ['calculate', '0.0000001 * 1', '0.0000001'],
    ['integer', '7 div 2', '3'],
    ['integer', '-7 div 2', '-3'],
    ['decimal', '7 div 2', '3.5'],
    ['text', "concat('a', 1 + 1)", 'a2'],
    ['date', "date('2026-01-31')", '2026-01-31'],
  ] as const)('of a %s, %s, is kept as "%s"', (type, calculation, text) => {
    expect(sit([ask(type, 'q', { calculation })]).text('q')).toBe(text);
  });

  test('writes over what someone answered when it is evaluated again', () => {
    const sitting = sit([
      ask('integer', 'n', { default: '1' }),
      ask('integer', 'twice', { calculation: '${n} * 2' }),
    ]);
    sitting.answer('twice', 5);
    expect(sitting.text('twice')).toBe('5');
    sitting.answer('n', 4);
    expect(sitting.text('twice')).toBe('8');
  });

  test('with once() keeps its first value', () => {
    const sitting = sit([ask('integer', 'n'), ask('calculate', 'first', { calculation: 'once(${n})' })]);
    sitting.answer('n', 4);
    sitting.answer('n', 5);
    expect(sitting.text('first')).toBe('4');
  });

  test('is blank where it can not be evaluated, and recovers', () => {
    const sitting = sit([
      ask('integer', 'n'),
      ask('calculate', 'q', { calculation: "if(${n} = 1, regex('a', '('), 'fine')" }),
    ]);
    expect(sitting.text('q')).toBe('fine');
    sitting.answer('n', 1);
    expect(sitting.text('q')).toBe('');
    sitting.answer('n', 2);
    expect(sitting.text('q')).toBe('fine');
  });

  test('is not run when nothing it reads has changed', () => {
    const sitting = sit([
      ask('integer', 'a'),
      ask('integer', 'b'),
      ask('calculate', 'drawn', { calculation: "concat(${a}, ' ', random())" }),
    ]);
    const before = sitting.text('drawn');
    sitting.answer('b', 1);
    expect(sitting.text('drawn')).toBe(before);
    sitting.answer('a', 1);
    expect(sitting.text('drawn')).not.toBe(before);
  });
});
