import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surveyAt, type Schedule } from './surveyAt.ts';

const riga = (schedule: Schedule) => ({ timezone: 'Europe/Riga', schedule });
const only = (surveyId: string) => ({ surveys: [{ surveyId, share: 1 }] });
const at = (text: string): number => Date.parse(text);

describe('the survey that runs', () => {
  it('is A until noon and B after, on the minute, also on days that clocks change', () => {
    const place = riga([
      { ...only('A'), daily: { from: '00:00', to: '12:00' } },
      { ...only('B'), daily: { from: '12:00', to: '24:00' } },
    ]);
    for (const noon of ['2026-03-28T10:00Z', '2026-03-29T09:00Z', '2026-10-24T09:00Z', '2026-10-25T10:00Z']) {
      expect(surveyAt(place, at(noon) - 1, 0)).toBe('A');
      expect(surveyAt(place, at(noon), 0)).toBe('B');
    }
  });

  it('runs from its first day to the end of its last, else the usual one does', () => {
    const place = riga([{ ...only('Advent'), firstDate: '2026-12-01', lastDate: '2026-12-24' }]);
    expect(surveyAt(place, at('2026-11-30T21:59:59.999Z'), 0)).toBeUndefined();
    expect(surveyAt(place, at('2026-11-30T22:00Z'), 0)).toBe('Advent');
    expect(surveyAt(place, at('2026-12-24T21:59Z'), 0)).toBe('Advent');
    expect(surveyAt(place, at('2026-12-24T22:00Z'), 0)).toBeUndefined();
  });

  it('counts a night to the day on which it begins', () => {
    const night = { ...only('night'), weekdays: [4], daily: { from: '22:00', to: '04:00' } };
    const place = riga([night, { ...only('weekend'), weekdays: [5, 6] }]);
    const [friday, saturday] = ['2026-11-20', '2026-11-21'];
    expect(surveyAt(place, at(`${friday}T01:00+02:00`), 0)).toBeUndefined();
    expect(surveyAt(place, at(`${friday}T22:00+02:00`), 0)).toBe('night');
    expect(surveyAt(place, at(`${saturday}T03:59+02:00`), 0)).toBe('night');
    expect(surveyAt(place, at(`${saturday}T04:00+02:00`), 0)).toBe('weekend');
  });

  it('is shared out by the draw: the same draw gives the same survey, and each gets its part', () => {
    const surveys = [
      { surveyId: 'A', share: 1 },
      { surveyId: 'B', share: 3 },
    ];
    const place = riga([{ surveys }]);
    const drawn = Array.from({ length: 1000 }, (_, index) => surveyAt(place, 0, index / 1000));
    expect(drawn.filter((survey) => survey === 'A')).toHaveLength(250);
    expect(drawn.filter((survey) => survey === 'B')).toHaveLength(750);
    const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(draw, fc.integer({ min: 0, max: 4e12 }), (value, moment) => {
        expect(surveyAt(place, moment, value)).toBe(value < 0.25 ? 'A' : 'B');
      }),
    );
  });
});
