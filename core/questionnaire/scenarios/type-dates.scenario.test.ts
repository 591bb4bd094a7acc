import { describe, expect, it } from 'vitest';
import { questionTypeOf } from '../index.ts';
import type { QuestionTypeName } from '../index.ts';

const read = (type: QuestionTypeName, raw: unknown) => {
  const decoded = questionTypeOf(type).decode(raw);
  return decoded.ok ? decoded.value : decoded.error.code;
};

describe('date', () => {
  it('is a day of the calendar', () => {
    expect(read('date', '2026-11-21')).toBe('2026-11-21');
    expect(read('date', '2024-02-29')).toBe('2024-02-29');
    expect(read('date', '2000-02-29')).toBe('2000-02-29');
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-3',
    '21.11.2026',
    'today',
  ])('refuses %s', (text) => {
    expect(read('date', text)).toBe('malformed');
  });

  it('takes the day of a date with a time', () => {
    expect(read('date', '2026-11-21T23:30:00.000+02:00')).toBe('2026-11-21');
    expect(read('date', '2026-11-21Tnoon')).toBe('malformed');
  });
});

describe('time', () => {
  it('fills in seconds and keeps the zone', () => {
    expect(read('time', '09:05')).toBe('09:05:00.000');
    expect(read('time', '14:05:07.5Z')).toBe('14:05:07.500Z');
    expect(read('time', '14:05:00.000+02')).toBe('14:05:00.000+02:00');
    expect(read('time', '14:05:00.000-0930')).toBe('14:05:00.000-09:30');
  });

  it.each(['24:00', '12:60', '9:05', 'noon', '12:00:61'])('refuses %s', (text) => {
    expect(read('time', text)).toBe('malformed');
  });
});

describe('dateTime', () => {
  it('keeps its offset and is not moved to another zone', () => {
    expect(read('dateTime', '2026-11-21T14:05:00+02:00')).toBe('2026-11-21T14:05:00.000+02:00');
  });

  it('takes a bare day for its midnight', () => {
    expect(read('dateTime', '2026-11-21')).toBe('2026-11-21T00:00:00.000');
  });

  it.each([
    '2026-02-30T10:00:00Z',
    '2026-11-21T',
    '2026-11-21 10:00',
    `2026-11-21T10:00:00.${'0'.repeat(60)}Z`,
  ])('refuses %s', (text) => {
    expect(read('dateTime', text)).toBe('malformed');
  });
});

describe('metadata', () => {
  it.each([
    ['start', 'dateTime', 'timestamp', 'start'],
    ['end', 'dateTime', 'timestamp', 'end'],
    ['today', 'date', 'date', 'today'],
    ['deviceid', 'string', 'property', 'deviceid'],
    ['username', 'string', 'property', 'username'],
    ['email', 'string', 'property', 'email'],
    ['phonenumber', 'string', 'property', 'phonenumber'],
    ['simserial', 'string', 'property', 'simserial'],
    ['subscriberid', 'string', 'property', 'subscriberid'],
  ] as const)('%s is filled in by the device and asked of nobody', (name, bind, preload, preloadParams) => {
    const type = questionTypeOf(name);
    expect(type.asked).toBe(false);
    expect(type.xform({ name })).toEqual({ control: 'none', bind, preload, preloadParams });
  });

  it('dates are exported as dates', () => {
    expect(questionTypeOf('start').flatColumns({ name: 'start' }, [])).toEqual([
      { suffix: '', kind: 'dateTime' },
    ]);
    expect(questionTypeOf('today').flatColumns({ name: 'today' }, [])).toEqual([
      { suffix: '', kind: 'date' },
    ]);
  });
});
