import { describe, expect, test } from 'vitest';
import { failures } from '../index.ts';
import { ask, sit } from './sitting.ts';

describe('relevance', () => {
  const family = () =>
    sit(
      [
        ask('select_one', 'kids', { choices: 'yesNo' }),
        {
          type: 'group',
          name: 'about',
          relevant: "${kids} = 'yes'",
          elements: [ask('integer', 'number'), ask('text', 'names', { relevant: '${number} > 0' })],
        },
        ask('calculate', 'said', { calculation: "concat('[', ${number}, ']')" }),
        ask('calculate', 'howMany', { calculation: 'count(${number})' }),
      ],
      { choices: { yesNo: [{ name: 'yes' }, { name: 'no' }] } },
    );

  test('is inherited from the group', () => {
    const sitting = family();
    expect(sitting.node('about')?.relevant).toBe(false);
    expect(sitting.node('about/number')?.relevant).toBe(false);
    sitting.answer('kids', 'yes');
    expect(sitting.node('about/number')?.relevant).toBe(true);
    expect(sitting.node('about/names')?.relevant).toBe(false);
    sitting.answer('about/number', 2);
    expect(sitting.node('about/names')?.relevant).toBe(true);
  });

  test('keeps irrelevant answers, which count as empty meanwhile', () => {
    const sitting = family();
    sitting.answer('kids', 'yes');
    sitting.answer('about/number', 2);
    expect(sitting.texts()).toMatchObject({ said: '[2]', howMany: '1' });
    sitting.answer('kids', 'no');
    expect(sitting.text('about/number')).toBe('2');
    expect(sitting.texts()).toMatchObject({ said: '[]', howMany: '0' });
    sitting.answer('kids', 'yes');
    expect(sitting.texts()).toMatchObject({ said: '[2]', howMany: '1' });
  });

  test('leaves irrelevant answers out when it ends', () => {
    const sitting = family();
    sitting.answer('kids', 'yes');
    sitting.answer('about/number', 2);
    sitting.answer('kids', 'no');
    sitting.take({ kind: 'finish' });
    expect(sitting.answers()).toEqual({ '/data/kids': 'no', '/data/said': '[]', '/data/howMany': '0' });
  });

  test('refuses an answer to an irrelevant question', () => {
    const sitting = family();
    expect(sitting.answer('about/number', 2)).toEqual({ reason: 'irrelevant' });
    expect(sitting.text('about/number')).toBe('');
  });

  test('tells what became relevant', () => {
    const sitting = family();
    sitting.answer('kids', 'yes');
    expect(sitting.changed()).toEqual({
      kids: ['value'],
      about: ['relevant'],
      'about/number': ['relevant'],
      howMany: ['value'],
    });
  });
});

test('of two questions that are relevant only while the other is blank, the answered one stays', () => {
  const sitting = sit([
    ask('text', 'phone', { relevant: "${email} = ''" }),
    ask('text', 'email', { relevant: "${phone} = ''" }),
    ask('calculate', 'either', { calculation: 'concat(${phone}, ${email})' }),
  ]);
  expect(sitting.node('phone')?.relevant).toBe(true);
  sitting.answer('email', 'a@b');
  expect(sitting.texts()).toEqual({ email: 'a@b', either: 'a@b' });
  expect(sitting.node('phone')?.relevant).toBe(false);
  sitting.answer('email', '');
  sitting.answer('phone', '1');
  expect(sitting.node('email')?.relevant).toBe(false);
  expect(sitting.text('either')).toBe('1');
});

test('questions whose relevance never settles are told, and stop', () => {
  const sitting = sit([
    ask('text', 'a', { default: 'x', relevant: "${b} != ''" }),
    ask('text', 'b', { default: 'y', relevant: "${a} = ''" }),
  ]);
  expect(Object.values(failures(sitting.interview))[0]).toContain('never settle');
});
