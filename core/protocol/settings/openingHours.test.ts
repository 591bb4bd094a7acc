import { describe, expect, it } from 'vitest';
import { isOpen } from './isOpen.ts';
import { nextChange } from './nextChange.ts';
import { readTimedPlace, type OpeningHours, type Span, type TimedPlace } from './openingHours.ts';

const at = (text: string): number => Date.parse(text);
const daily = (...spans: Span[]): OpeningHours => ({
  week: Array.from({ length: 7 }, () => spans),
  otherDays: [],
});
const shown = (moment: number | undefined): string | undefined =>
  moment === undefined ? undefined : new Date(moment).toISOString().slice(0, 16);

const SHOP = daily({ from: '09:00', to: '21:00' });
/** Early birds until after the clocks change, and a bar over midnight. */
const NIGHT = daily({ from: '02:30', to: '03:30' }, { from: '22:00', to: '01:30' });

describe('when a place opens or closes next', () => {
  it.each<[name: string, timezone: string, OpeningHours, moment: string, next: string]>([
    ['a winter day in Riga', 'Europe/Riga', SHOP, '2026-01-10T05:00Z', '2026-01-10T07:00'],
    ['a summer day in Riga', 'Europe/Riga', SHOP, '2026-07-10T05:00Z', '2026-07-10T06:00'],
    ['closing time itself', 'Europe/Riga', SHOP, '2026-01-10T19:00Z', '2026-01-11T07:00'],
    ['the night on which Riga loses an hour', 'Europe/Riga', SHOP, '2026-03-28T19:00Z', '2026-03-29T06:00'],
    ['the night on which Riga wins one', 'Europe/Riga', SHOP, '2026-10-24T18:00Z', '2026-10-25T07:00'],
    [
      'the night on which New York loses one',
      'America/New_York',
      SHOP,
      '2026-03-08T02:00Z',
      '2026-03-08T13:00',
    ],
    [
      'a time that is skipped: as soon as it is past',
      'America/New_York',
      NIGHT,
      '2026-03-08T06:30Z',
      '2026-03-08T07:00',
    ],
    [
      'a span that ends in an hour that comes twice',
      'Europe/Riga',
      NIGHT,
      '2026-10-25T00:00Z',
      '2026-10-25T00:30',
    ],
    ['and begins again with it', 'Europe/Riga', NIGHT, '2026-10-25T00:30Z', '2026-10-25T01:00'],
    ['and ends for good', 'Europe/Riga', NIGHT, '2026-10-25T01:00Z', '2026-10-25T01:30'],
    ['half hours in Kolkata', 'Asia/Kolkata', SHOP, '2026-03-29T01:00Z', '2026-03-29T03:30'],
    ['the day that Apia left out', 'Pacific/Apia', SHOP, '2011-12-30T07:00Z', '2011-12-30T19:00'],
    ['summer in Apia', 'Pacific/Apia', SHOP, '2012-09-29T08:00Z', '2012-09-29T19:00'],
  ])('%s', (_name, timezone, openingHours, moment, next) => {
    expect(shown(nextChange({ timezone, openingHours }, at(moment)))).toBe(next);
  });

  it('has other hours on a holiday, and none where the holiday is closed', () => {
    const openingHours: OpeningHours = {
      ...SHOP,
      otherDays: [
        { date: '2026-12-24', spans: [{ from: '09:00', to: '14:00' }] },
        { date: '2026-12-25', spans: [] },
      ],
    };
    const place: TimedPlace = { timezone: 'Europe/Riga', openingHours };
    const closing = nextChange(place, at('2026-12-24T10:00Z'));
    expect(shown(closing)).toBe('2026-12-24T12:00');
    expect(shown(nextChange(place, closing ?? 0))).toBe('2026-12-26T07:00');
  });

  it('goes on over midnight into a holiday, and has several spans a day', () => {
    const openingHours: OpeningHours = { ...NIGHT, otherDays: [{ date: '2026-12-25', spans: [] }] };
    const place: TimedPlace = { timezone: 'Europe/Riga', openingHours };
    expect(isOpen(place, at('2026-12-24T23:00Z'))).toBe(true);
    expect(isOpen(place, at('2026-12-25T01:00Z'))).toBe(false);
    expect(isOpen(place, at('2026-12-24T01:00Z'))).toBe(true);
  });

  it('never changes where it is always open, has no hours at all, or none that anybody gave it', () => {
    const always = daily({ from: '00:00', to: '24:00' });
    for (const openingHours of [always, daily(), daily({ from: '08:00', to: '08:00' }), undefined]) {
      const place = { timezone: 'Europe/Riga', openingHours };
      expect(nextChange(place, at('2026-03-28T12:00Z'))).toBeUndefined();
      expect(isOpen(place, at('2026-03-28T12:00Z'))).toBe(openingHours?.week[0]?.length !== 0);
    }
  });
});

describe('what came down of the times of a place', () => {
  it('is taken as it is where it makes sense', () => {
    const place = { timezone: 'Asia/Kolkata', openingHours: { ...SHOP, note: 'of a later version' } };
    expect(readTimedPlace(place)).toEqual(place);
  });

  it.each([
    ['an unknown zone', { timezone: 'Mars/Olympus', openingHours: SHOP }],
    ['no hours', { timezone: 'Europe/Riga' }],
    [
      'six days',
      { timezone: 'Europe/Riga', openingHours: { week: [[], [], [], [], [], []], otherDays: [] } },
    ],
    ['a time that is none', { timezone: 'Europe/Riga', openingHours: daily({ from: '9 am', to: '21:00' }) }],
    ['another form', { timezone: 'Europe/Riga', openingHours: 'Mo-Fr 09:00-21:00' }],
  ])('and means always open with %s', (_name, place) => {
    expect(isOpen(readTimedPlace(place), at('2026-11-22T02:00Z'))).toBe(true);
    expect(nextChange(readTimedPlace(place), at('2026-11-22T02:00Z'))).toBeUndefined();
  });
});
