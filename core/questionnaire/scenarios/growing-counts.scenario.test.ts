import { describe, expect, test } from 'vitest';
import type { Element } from '../index.ts';
import { ask, sit } from './sitting.ts';
import type { Sitting } from './sitting.ts';

const repeat = (name: string, repeatCount: string, ...elements: Element[]): Element => ({
  type: 'repeat',
  name,
  repeatCount,
  elements,
});

const YES_NO = { choices: { yesNo: [{ name: 'yes' }, { name: 'no' }] } };
const more = ask('select_one', 'more', { choices: 'yesNo' });

/** As questionnaires do it: one flat is asked about after the other, until one is said to be the last. */
const flats = (...elements: Element[]): Sitting =>
  sit(
    [
      ask('calculate', 'n', { calculation: 'count(${flat})' }),
      ask('calculate', 'wanted', {
        calculation: "if(${n} = 0 or indexed-repeat(${last}, ${flat}, ${n}) != 'yes', ${n} + 1, ${n})",
      }),
      repeat(
        'flat',
        '${wanted}',
        ask('text', 'name'),
        ask('select_one', 'last', { choices: 'yesNo' }),
        ...elements,
      ),
      ask('text', 'thanks'),
    ],
    YES_NO,
  );

const forward = (sitting: Sitting): string => {
  expect(sitting.take({ kind: 'next' })).toBeUndefined();
  return sitting.where();
};

describe('a count that depends on the instances it makes', () => {
  test('begins with one, and refuses no answer', () => {
    const sitting = flats();
    expect(sitting.texts()).toEqual({ n: '1', wanted: '2' });
    expect(sitting.answer('flat[1]/name', 'A')).toBeUndefined();
    expect(sitting.answer('thanks', 'many')).toBeUndefined();
    expect(sitting.node('flat[2]')).toBeUndefined();
  });

  test('makes one more when somebody steps behind the last, until none is wanted', () => {
    const sitting = flats();
    expect(forward(sitting)).toBe('flat[1]/last');
    sitting.answer('flat[1]/last', 'no');
    expect(sitting.node('flat[2]')).toBeUndefined();
    expect(forward(sitting)).toBe('flat[2]/name');
    expect(sitting.changed()).toMatchObject({ 'flat[2]': ['added'], n: ['value'] });
    expect(sitting.node('flat[3]')).toBeUndefined();
    expect(forward(sitting)).toBe('flat[2]/last');
    sitting.answer('flat[2]/last', 'yes');
    expect(forward(sitting)).toBe('thanks');
    expect(sitting.texts()).toMatchObject({ n: '2', wanted: '2' });
  });

  test('makes none when the interview finishes, or when somebody steps back', () => {
    const sitting = flats();
    sitting.take({ kind: 'next' });
    sitting.take({ kind: 'back' });
    expect(sitting.take({ kind: 'finish' })).toBeUndefined();
    expect(sitting.node('flat[2]')).toBeUndefined();
  });

  test('takes an answer in the instance that comes next as the step to it, and none behind', () => {
    const sitting = flats();
    expect(sitting.answer('flat[2]/name', 'B')).toBeUndefined();
    expect(sitting.texts()).toMatchObject({ n: '2', 'flat[2]/name': 'B' });
    sitting.answer('flat[2]/last', 'yes');
    expect(sitting.answer('flat[3]/name', 'C')).toMatchObject({ reason: 'unknownPath' });
    expect(sitting.node('flat[3]')).toBeUndefined();
  });

  test('has no instance more after a refused answer in it', () => {
    const sitting = flats(ask('integer', 'rooms'));
    const before = sitting.texts();
    expect(sitting.answer('flat[2]/rooms', 'many')).toMatchObject({ reason: 'type' });
    expect(sitting.answer('flat[2]/nothing', 'x')).toMatchObject({ reason: 'unknownPath' });
    expect(sitting.texts()).toEqual(before);
    expect(sitting.node('flat[2]')).toBeUndefined();
  });

  test('lets people add the one that it asks for, and no other', () => {
    const sitting = flats();
    expect(sitting.take({ kind: 'addRepeat', path: '/data/flat' })).toBeUndefined();
    sitting.answer('flat[2]/last', 'yes');
    expect(sitting.take({ kind: 'addRepeat', path: '/data/flat' })).toEqual({ reason: 'counted' });
  });

  test('loses its last instances at once when it asks for fewer', () => {
    const sitting = sit([
      ask('integer', 'top', { default: '3' }),
      repeat('r', 'min(${top}, count(${r}) + 1)', ask('text', 'q')),
    ]);
    sitting.answer('r[3]/q', 'x');
    expect(sitting.answer('r[4]/q', 'x')).toMatchObject({ reason: 'unknownPath' });
    sitting.answer('top', 1);
    expect(sitting.node('r[2]')).toBeUndefined();
  });

  test('grows by no more than a hundred in one event', () => {
    const sitting = sit([repeat('r', 'count(${r}) + 1', ask('text', 'q'))]);
    expect(sitting.answer('r[102]/q', 'x')).toMatchObject({ reason: 'unknownPath' });
    expect(sitting.node('r[2]')).toBeUndefined();
    expect(sitting.answer('r[101]/q', 'x')).toBeUndefined();
  });

  test('grows by one in a step even where there is nothing to see in it', () => {
    const sitting = sit([
      repeat('r', 'count(${r}) + 1', ask('text', 'q', { relevant: 'false()' })),
      ask('text', 'end'),
    ]);
    expect(sitting.where()).toBe('end');
    expect(sitting.node('r[3]')).toBeUndefined();
  });

  test('grows on the screen that its instances share', () => {
    const sitting = sit(
      [
        {
          type: 'group',
          name: 'g',
          appearance: 'field-list',
          elements: [repeat('r', "count(${r}) + number(${r}[last()]/more = 'yes')", more)],
        },
        ask('text', 'end'),
      ],
      YES_NO,
    );
    sitting.answer('g/r[1]/more', 'yes');
    expect(forward(sitting)).toBe('g/r[1]/more g/r[2]/more');
    expect(sitting.node('g/r[2]')).toBeDefined();
    expect(forward(sitting)).toBe('end');
  });

  test('each instance around it for itself, from none', () => {
    const sitting = sit(
      [
        {
          type: 'repeat',
          name: 'outer',
          elements: [
            ask('calculate', 'n', { calculation: 'count(../inner)' }),
            repeat('inner', "if(${n} = 0 or ../inner[position() = ${n}]/more = 'yes', ${n} + 1, ${n})", more),
          ],
        },
      ],
      YES_NO,
    );
    sitting.answer('outer[1]/inner[1]/more', 'no');
    expect(forward(sitting)).toBe('outer+');
    sitting.take({ kind: 'addRepeat', path: '/data/outer' });
    expect(sitting.where()).toBe('outer[2]/inner[1]/more');
    expect(sitting.text('outer[2]/n')).toBe('1');
  });
});

describe('counts that are settled at once', () => {
  test('read an answer beside them in an instance of a repeat that grows step by step', () => {
    const sitting = sit([
      repeat(
        'visit',
        'if(sum(${x}) < 10, count(${visit}) + 1, count(${visit}))',
        ask('integer', 'n'),
        repeat('stop', '${n}', ask('integer', 'x')),
      ),
    ]);
    sitting.answer('visit[1]/n', 3);
    expect(sitting.node('visit[1]/stop[3]')).toBeDefined();
    expect(sitting.node('visit[2]')).toBeUndefined();
  });

  test('stay refused beyond all bounds, and two that count each other take turns', () => {
    const sitting = sit([
      ask('integer', 'n', { default: '2' }),
      repeat('r', '${n}', ask('text', 'q')),
      repeat('a', 'count(${b}) + 1', ask('text', 'x')),
      repeat('b', 'count(${a}) + 1', ask('text', 'y')),
    ]);
    expect(sitting.answer('n', 1_000_000_000)).toMatchObject({ reason: 'tooMany', path: '/data/r' });
    expect(sitting.answer('a[2]/x', 'x')).toBeUndefined();
    expect(sitting.node('b[2]')).toBeUndefined();
    expect(sitting.answer('b[3]/y', 'y')).toBeUndefined();
  });
});
