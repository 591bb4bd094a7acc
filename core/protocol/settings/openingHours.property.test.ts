import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen } from './isOpen.ts';
import { nextChange } from './nextChange.ts';
import type { OpeningHours, Span, TimedPlace } from './openingHours.ts';

const MINUTE = 60_000;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Zones, and moments near which their clocks did something. */
const TURNS: Readonly<Record<string, readonly string[]>> = {
  'Europe/Riga': ['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-12-24T12:00Z'],
  'America/New_York': ['2026-03-08T07:00Z', '2026-11-01T06:00Z'],
  'Asia/Kolkata': ['2026-03-29T01:00Z', '2026-10-25T01:00Z'],
  // Left out the 30th of December 2011, and once had a summer time.
  'Pacific/Apia': ['2011-12-30T10:00Z', '2012-03-31T14:00Z', '2012-09-29T14:00Z'],
  // Half an hour of summer time; no midnight on the first day of summer.
  'Australia/Lord_Howe': ['2026-04-04T15:00Z', '2026-10-03T15:30Z'],
  'Asia/Beirut': ['2026-03-28T22:00Z', '2026-10-24T21:00Z'],
};

const two = (value: number): string => String(value).padStart(2, '0');
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 0, 30, 45, 59, 1))
  .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
const span: fc.Arbitrary<Span> = fc.record({
  from: clock,
  to: fc.oneof({ weight: 4, arbitrary: clock }, fc.constant('24:00')),
});
const spans = fc.array(span, { maxLength: 2 });
const situation = fc
  .constantFrom(...Object.entries(TURNS))
  .chain(([timezone, turns]) =>
    fc.record({
      timezone: fc.constant(timezone),
      turn: fc.constantFrom(...turns).map((text) => Date.parse(text)),
      before: fc.integer({ min: -1_500, max: 1_500 }),
      stray: fc.constantFrom(0, 1, 30_000, 59_999),
      week: fc.array(spans, { minLength: 7, maxLength: 7 }),
      others: fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), spans), { maxLength: 2 }),
    }),
  )
  .map(({ timezone, turn, before, stray, week, others }) => {
    const otherDays = others.map(([days, ofDay]) => ({
      date: dateThere(timezone, turn, days),
      spans: ofDay,
    }));
    const openingHours: OpeningHours = { week, otherDays };
    return { place: { timezone, openingHours } satisfies TimedPlace, moment: turn - before * MINUTE + stray };
  });

const dateThere = (timezone: string, moment: number, days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: timezone }).format(moment + days * 86_400_000);

/** The day before, as calendars count. */
const before = (date: string): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** What somebody would say who looks at the clock on the wall, the calendar beside it and the notice on the door. */
function looksOpen({ timezone, openingHours }: { timezone: string; openingHours: OpeningHours }) {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const notice = (date: string): readonly Span[] => {
    const name = new Date(`${date}T12:00:00Z`).toUTCString().slice(0, 3);
    const other = openingHours.otherDays.find((day) => day.date === date);
    return other?.spans ?? openingHours.week[WEEKDAYS.indexOf(name)] ?? [];
  };
  return (moment: number): boolean => {
    const [date = '', time = ''] = format.format(moment).split(' ');
    const begun = notice(date).some(({ from, to }) => from <= time && (time < to || to <= from));
    return begun || notice(before(date)).some(({ from, to }) => to <= from && time < to);
  };
}

describe('opening hours, walked minute by minute around the days that clocks change', () => {
  it('are open when the notice on the door says so by the clock on the wall, and change at the minute that is told', () => {
    let turns = 0;
    fc.assert(
      fc.property(situation, ({ place, moment }) => {
        const open = looksOpen(place);
        const told = nextChange(place, moment);
        expect(isOpen(place, moment)).toBe(open(moment));
        const first = Math.floor(moment / MINUTE) * MINUTE;
        for (let minute = 1; minute <= 30 * 60; minute += 1) {
          const at = first + minute * MINUTE;
          if (open(at) === open(moment)) continue;
          turns += 1;
          expect(told).toBe(at);
          return;
        }
        expect(told ?? Infinity).toBeGreaterThan(first + 30 * 60 * MINUTE);
      }),
      { numRuns: 60 },
    );
    expect(turns).toBeGreaterThan(15);
  });
});
