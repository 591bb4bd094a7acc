import { describe, expect, it } from 'vitest';
import { hoursOf, localHour } from './localHour.ts';

const at = (text: string) => Date.parse(text);

describe('the local hour', () => {
  it.each([
    ['Europe/Riga', '2026-11-18T22:30:15.250Z', '2026-11-19', 0, '2026-11-18T22:00:00Z'],
    ['Europe/Riga', '2026-07-01T21:59:59.999Z', '2026-07-02', 0, '2026-07-01T21:00:00Z'],
    ['Asia/Kolkata', '2026-11-18T18:29:00Z', '2026-11-18', 23, '2026-11-18T17:30:00Z'],
    ['Asia/Kathmandu', '2026-11-18T18:15:00Z', '2026-11-19', 0, '2026-11-18T18:15:00Z'],
    ['America/St_Johns', '2026-11-18T03:29:59Z', '2026-11-17', 23, '2026-11-18T02:30:00Z'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01', 0, '2026-12-31T10:00:00Z'],
    ['America/New_York', '1970-01-01T00:00:00Z', '1969-12-31', 19, '1970-01-01T00:00:00Z'],
    ['UTC', '2026-11-18T23:59:59.999Z', '2026-11-18', 23, '2026-11-18T23:00:00Z'],
  ])('%s at %s is %s, hour %i', (zone, moment, date, hour, from) => {
    expect(localHour(at(moment), zone)).toEqual({ date, hour, from: at(from) });
  });

  it('tells the two hours of one name apart when clocks go back', () => {
    const first = localHour(at('2026-10-25T00:30:00Z'), 'Europe/Riga');
    const second = localHour(at('2026-10-25T01:30:00Z'), 'Europe/Riga');
    expect([first.hour, second.hour]).toEqual([3, 3]);
    expect(second.from - first.from).toBe(3_600_000);
  });
});

describe('the hours of a day', () => {
  it.each([
    ['2026-11-18', 'Europe/Riga', 24],
    ['2026-03-29', 'Europe/Riga', 23],
    ['2026-10-25', 'Europe/Riga', 25],
    ['2026-03-29', 'Asia/Beirut', 23], // Has no midnight.
    ['2026-11-18', 'Asia/Kathmandu', 24],
  ])('%s in %s are %i, each where the one before ends', (date, zone, length) => {
    const hours = hoursOf(date, zone);
    expect(hours).toHaveLength(length);
    expect(hours.every((hour) => hour.date === date)).toBe(true);
    for (const [index, { from }] of hours.entries())
      if (index > 0) expect(from - (hours[index - 1]?.from ?? 0)).toBe(3_600_000);
  });
});
