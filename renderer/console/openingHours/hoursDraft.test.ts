import { describe, expect, it } from 'vitest';
import type { OpeningHours } from '../../../core/protocol/index.ts';
import { draftOf, endsNextDay, hoursOf, problemOf } from './hoursDraft.ts';

const LATE: OpeningHours = {
  week: Array.from({ length: 7 }, () => [{ from: '18:00', to: '24:00' }]),
  otherDays: [
    { date: '2026-12-31', spans: [{ from: '18:00', to: '03:00' }] },
    { date: '2026-12-24', spans: [] },
  ],
};

describe('opening hours while somebody writes them', () => {
  it('come back as they were, other days by date', () => {
    const [eve, newYear] = [LATE.otherDays[1], LATE.otherDays[0]];
    expect(hoursOf(draftOf(LATE))).toEqual({ week: LATE.week, otherDays: [eve, newYear] });
    expect(hoursOf(draftOf(undefined))).toBeNull();
  });

  it('show the end of the day as a clock does', () => {
    expect(draftOf(LATE).week[0]).toEqual([{ from: '18:00', to: '00:00' }]);
    expect(endsNextDay({ from: '18:00', to: '00:00' })).toBe(false);
    expect(endsNextDay({ from: '18:00', to: '03:00' })).toBe(true);
    expect(endsNextDay({ from: '18:00', to: '' })).toBe(false);
  });

  it('tell what is still missing', () => {
    const draft = { ...draftOf(LATE), otherDays: [] };
    const day = { date: '2026-12-24', spans: [] };
    expect(problemOf(draft)).toBeNull();
    expect(problemOf({ ...draft, week: [[{ from: '09:00', to: '' }]] })).toBe('time');
    expect(problemOf({ ...draft, otherDays: [{ ...day, date: '' }] })).toBe('date');
    expect(problemOf({ ...draft, otherDays: [day, day] })).toBe('twice');
    expect(problemOf({ ...draft, always: true, otherDays: [day, day] })).toBeNull();
  });
});
