import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawQuestion } from '../testing/drawQuestion.tsx';
import { daysIn, placesBefore, zoneOf } from './calendar.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 21, 9, 30), toFake: ['Date'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const pick = (group: string, name: string) =>
  fireEvent.click(within(screen.getByRole('radiogroup', { name: group })).getByRole('radio', { name }));
const ZONE = zoneOf({ year: 2026, month: 11, day: 21 }, 14, 5);

describe('a day', () => {
  it('is tapped in the present month', async () => {
    const { answer } = await drawQuestion({ type: 'date' });
    pick('date.day', 'Thursday, November 5, 2026');
    expect(answer()).toBe('2026-11-05');
    press('date.today');
    expect(answer()).toBe('2026-11-21');
  });

  it('long ago is reached by year and month', async () => {
    const { answer } = await drawQuestion({ type: 'date' });
    press('November 2026');
    press('date.earlier');
    press('date.earlier');
    pick('date.year', '1984');
    pick('date.month', 'February 1984');
    pick('date.day', 'Wednesday, February 29, 1984');
    expect(answer()).toBe('1984-02-29');
  });

  it('can be looked for by keyboard without choosing', async () => {
    const { answer } = await drawQuestion({ type: 'date', value: '2026-11-21' });
    const day = screen.getByRole('radio', { name: 'Saturday, November 21, 2026' });
    day.focus();
    fireEvent.keyDown(day, { key: 'ArrowUp' });
    expect(document.activeElement?.getAttribute('data-value')).toBe('2026-11-14');
    expect(screen.getAllByRole('radio').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    expect(answer()).toBeUndefined();
  });

  it.each([
    ['month-year', 'date.month', 'March 2026', '2026-03-01'],
    ['year', 'date.year', '2020', '2020-01-01'],
  ])('is only as exact as %s asks', async (appearance, group, name, text) => {
    const { answer } = await drawQuestion({ type: 'date', appearance: [appearance] });
    pick(group, name);
    expect(answer()).toBe(text);
  });

  it('among other questions is folded behind what was chosen', async () => {
    await drawQuestion({ type: 'date', value: '2026-11-05' }, { alone: false });
    expect(screen.queryByRole('radiogroup')).toBeNull();
    press('November 5, 2026');
    expect(screen.getByRole('radiogroup', { name: 'date.day' })).toBeDefined();
  });
});

describe('a time', () => {
  it('is an hour and a minute with the zone of the device; half of it is no answer', async () => {
    const { answer, typed } = await drawQuestion({ type: 'time' });
    pick('date.hour', '14');
    expect([answer(), typed()]).toEqual([undefined, '14:']);
    pick('date.minute', '05');
    expect(answer()).toBe(`14:05:00.000${ZONE}`);
    press('less date.minute');
    expect(answer()).toBe(`14:04:00.000${ZONE}`);
  });

  it('follows its day in a moment', async () => {
    const { answer, typed } = await drawQuestion({ type: 'dateTime' });
    press('date.today');
    expect([answer(), typed()]).toEqual([undefined, '2026-11-21T:']);
    pick('date.hour', '14');
    pick('date.minute', '05');
    expect(answer()).toBe(`2026-11-21T14:05:00.000${ZONE}`);
  });
});

it.each([
  [2024, 2, 29, 3],
  [2026, 11, 30, 6],
  [1900, 2, 28, 3],
])('%i-%i has %i days and begins at place %i of its week', (year, month, days, place) => {
  expect([daysIn(year, month), placesBefore(year, month)]).toEqual([days, place]);
});
