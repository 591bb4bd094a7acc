import { describe, expect, it } from 'vitest';
import { evaluated } from '../rehearsal/rehearse.ts';

const riga = { timeZone: 'Europe/Riga', now: '2026-11-21T22:30:00Z' };

describe('dates in the local zone', () => {
  it.each([
    ['today()', '2026-11-22'],
    ['now()', '2026-11-22T00:30:00.000+02:00'],
    ["date('2026-07-01T12:00:00Z')", '2026-07-01T15:00:00.000+03:00'],
    ['date(today() + 7)', '2026-11-29'],
    ["date('2026-02-30')", 'Invalid Date'],
    ["date('')", ''],
    ["date('2026-3-1')", '2026-03-01'],
    ["date-time('2026-07-01T12:00')", '2026-07-01T12:00:00.000+03:00'],
    ["format-date('2026-03-01', '%Y %y %m %n %d %e')", '2026 26 03 3 01 1'],
    ["format-date-time('2026-03-01T09:05:07.012', '%H %h %M %S %3')", '09 9 05 07 012'],
    ["format-date('', '%Y')", ''],
    ["decimal-time('06:00:00.000+02:00')", 0.25],
    ["decimal-time('12:00')", 0.5],
    ["decimal-time('25:00')", NaN],
    ["'2026-11-21' < today()", true],
    ["date('2026-11-22') = today()", true],
    ["'2026-11-22' = today()", true],
  ])('%s', (expression, value) => {
    expect(evaluated(expression, riga)).toBe(value);
  });

  it('names months and weekdays in the language of the questionnaire', () => {
    const date = "format-date('2026-11-21', '%a %b')";
    expect(evaluated(date)).toBe('Sat Nov');
    expect(evaluated(date, { language: 'de' })).toBe('Sa Nov');
    expect(evaluated(date, { language: 'no language (xx)' })).toBe('Sat Nov');
  });

  it('counts days since 1970 UTC, and whole days as text', () => {
    expect(evaluated("decimal-date-time('1970-01-02T00:00:00Z')")).toBe(1);
    expect(evaluated("number('2026-11-21')", riga)).toBeCloseTo(20777.9167, 3);
    expect(evaluated("string(number('2026-11-21'))", riga)).toBe('20778');
    expect(evaluated("decimal-date-time('yesterday')")).toHaveProperty('failure');
  });

  it('follows the clock over the change to summer time', () => {
    const summer = { timeZone: 'Europe/Riga' };
    expect(evaluated("date-time('2026-03-29T00:59:59Z')", summer)).toBe('2026-03-29T02:59:59.000+02:00');
    expect(evaluated("date-time('2026-03-29T01:00:00Z')", summer)).toBe('2026-03-29T04:00:00.000+03:00');
    expect(evaluated("date(decimal-date-time('2026-03-28') + 2)", summer)).toBe(
      '2026-03-30T01:00:00.000+03:00',
    );
  });

  it('drops the time of day in date() where Collect is followed', () => {
    expect(evaluated('date(6.5)')).toBe('1970-01-07T12:00:00.000+00:00');
    expect(evaluated('date(6.5)', { collect: true })).toBe('1970-01-07');
    expect(evaluated('date(now())', { ...riga, collect: true })).toBe('2026-11-22');
  });
});
