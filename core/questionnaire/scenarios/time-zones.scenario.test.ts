import { describe, expect, test } from 'vitest';
import { ask, sit } from './sitting.ts';
import type { Sitting } from './sitting.ts';

const NOON = Date.UTC(2026, 10, 21, 12);

const calculated = (timeZone: string, calculations: Readonly<Record<string, string>>): Sitting => {
  const sitting = sit(
    [
      ask('date', 'day', { constraint: '. <= today() and . >= today()' }),
      ask('dateTime', 'moment'),
      ...Object.entries(calculations).map(([name, calculation]) => ask('calculate', name, { calculation })),
    ],
    {},
    { now: NOON, timeZone },
  );
  expect(sitting.answer('day', '2026-11-21')).toBeUndefined();
  expect(sitting.answer('moment', '2026-11-21T12:00:00.000+00:00')).toBeUndefined();
  return sitting;
};

describe.each(['UTC', 'Europe/Riga', 'America/Los_Angeles', 'Asia/Kathmandu'])(
  'days are the same in %s',
  (timeZone) => {
    test.each([
      ['${day} + 1', '20779'],
      ["number(date('2026-11-21'))", '20778'],
      ['date(${day} + 1)', '2026-11-22'],
      ["format-date(${day} + 30, '%Y-%m-%d')", '2026-12-21'],
      ["date('2026-11-21') - date('2026-11-20')", '1'],
      ["date('2026-03-30') - ${day} + date('2026-11-21')", '20542'],
      ["date('2026-03-30') - date('2026-03-29')", '1'],
      ["${day} = date('2026-11-21')", 'true'],
      ["${day} < date('2026-11-22') and ${day} > date('2026-11-20')", 'true'],
      ["max(${day}, date('2026-11-20'))", '20778'],
      ['${moment} = now()', 'true'],
      ['${moment} > ${day} - 1 and ${moment} < ${day} + 2', 'true'],
    ])('%s', (calculation, expected) => {
      expect(calculated(timeZone, { c: calculation }).text('c')).toBe(expected);
    });
  },
);

test('today is the day of the local clock', () => {
  const sitting = sit(
    [
      ask('date', 'day', { constraint: '. = today()' }),
      ask('calculate', 'c', { calculation: 'today() - ${day}' }),
    ],
    {},
    { now: NOON, timeZone: 'Pacific/Kiritimati' },
  );
  expect(sitting.answer('day', '2026-11-21')).toMatchObject({ reason: 'constraint' });
  expect(sitting.answer('day', '2026-11-22')).toBeUndefined();
  expect(sitting.text('c')).toBe('0');
});
