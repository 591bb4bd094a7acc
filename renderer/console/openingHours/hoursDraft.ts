import type { OpeningHours, Span } from '../../../core/protocol/index.ts';

/** Opening hours while somebody writes them: a time or a date may still be empty, and midnight is 00:00 at either end. */
export interface HoursDraft {
  readonly always: boolean;
  /** Monday first. */
  readonly week: readonly (readonly Span[])[];
  readonly otherDays: readonly OtherDay[];
}

export interface OtherDay {
  readonly date: string;
  readonly spans: readonly Span[];
}

/** What is still to be mended before the hours can be kept. */
export type DraftProblem = 'time' | 'date' | 'twice';

/** The first guess of a shop. */
export const SHOP_DAY: Span = { from: '09:00', to: '18:00' };
export const NO_TIMES: Span = { from: '', to: '' };

export function draftOf(hours: OpeningHours | undefined): HoursDraft {
  if (hours === undefined)
    return { always: true, week: Array.from({ length: 7 }, () => [SHOP_DAY]), otherDays: [] };
  const { week, otherDays } = hours;
  return {
    always: false,
    week: week.map(shownSpans),
    otherDays: otherDays.map(({ date, spans }) => ({ date, spans: shownSpans(spans) })),
  };
}

/** `null`: always open. Other days come by date. */
export function hoursOf({ always, week, otherDays }: HoursDraft): OpeningHours | null {
  if (always) return null;
  return {
    week: week.map(keptSpans),
    otherDays: otherDays
      .map(({ date, spans }) => ({ date, spans: keptSpans(spans) }))
      .sort((one, other) => (one.date < other.date ? -1 : 1)),
  };
}

export function problemOf({ always, week, otherDays }: HoursDraft): DraftProblem | null {
  if (always) return null;
  const dates = otherDays.map(({ date }) => date);
  if (dates.some((date) => date === '')) return 'date';
  if (new Set(dates).size < dates.length) return 'twice';
  const spans = [...week, ...otherDays.map((day) => day.spans)].flat();
  return spans.some(({ from, to }) => from === '' || to === '') ? 'time' : null;
}

/** It goes on over midnight; one that ends at midnight does not. */
export const endsNextDay = ({ from, to }: Span): boolean =>
  from !== '' && to !== '00:00' && to !== '' && to <= from;

/** A field for a time of day knows no 24:00. */
const shownSpans = (spans: readonly Span[]): Span[] =>
  spans.map(({ from, to }) => ({ from, to: to === '24:00' ? '00:00' : to }));
const keptSpans = (spans: readonly Span[]): Span[] =>
  spans.map(({ from, to }) => ({ from, to: to === '00:00' ? '24:00' : to }));
