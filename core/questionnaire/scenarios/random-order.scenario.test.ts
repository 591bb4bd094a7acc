import { describe, expect, test } from 'vitest';
import { ask, choicesNamed, sit } from './sitting.ts';

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const list = { choices: { letters: choicesNamed(...LETTERS) } };
const order = (sitting: ReturnType<typeof sit>): string => {
  const [question] = sitting.shown();
  return question?.choices.map(({ name }) => name).join('') ?? '';
};

describe('random order', () => {
  test('with a seed is the order that ODK gives', () => {
    const sitting = sit(
      [ask('select_one', 'q', { choices: 'letters', parameters: { randomize: 'true', seed: '1234' } })],
      list,
    );
    expect(order(sitting)).toBe('GFEDAHBC');
  });

  test('may follow an answer', () => {
    const sitting = sit(
      [
        ask('integer', 'n', { default: '1' }),
        ask('select_one', 'q', { choices: 'letters', parameters: { randomize: 'true', seed: '${n}' } }),
      ],
      list,
    );
    sitting.take({ kind: 'next' });
    const first = order(sitting);
    sitting.answer('n', 2);
    expect(order(sitting)).not.toBe(first);
    sitting.answer('n', 1);
    expect(order(sitting)).toBe(first);
  });

  test('without a seed stays the same throughout an interview and differs between interviews', () => {
    const begin = (seed: number) =>
      sit([ask('select_one', 'q', { choices: 'letters', parameters: { randomize: 'true' } })], list, {
        seed,
      });
    const sitting = begin(1);
    const first = order(sitting);
    sitting.answer('q', 'A');
    expect(order(sitting)).toBe(first);
    expect(new Set([1, 2, 3, 4, 5].map((seed) => order(begin(seed)))).size).toBeGreaterThan(3);
  });

  test('is another for each question', () => {
    const names = ['a', 'b', 'c', 'd'];
    const sitting = sit(
      names.map((name) => ask('select_one', name, { choices: 'letters', parameters: { randomize: 'true' } })),
      list,
    );
    const orders = names.map((name) => {
      sitting.take({ kind: 'goTo', path: `/data/${name}` });
      return order(sitting);
    });
    expect(new Set(orders).size).toBeGreaterThan(2);
  });

  test('is not asked for unless the parameter says so', () => {
    const sitting = sit([ask('select_one', 'q', { choices: 'letters' })], list);
    expect(order(sitting)).toBe('ABCDEFGH');
  });
});
