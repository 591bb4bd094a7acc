import { describe, expect, it } from 'vitest';
import sample from '../../../assets/questionnaires/sample.json';
import type { Kiosk, KioskEvent, Machine, Stamp } from './kiosk.ts';
import { makeMachine } from './machine.ts';

const day = [{ from: '09:00', to: '21:00' }];
const place = {
  timezone: 'Europe/Riga',
  openingHours: { week: [day, day, day, day, day, day, []], otherDays: [{ date: '2026-11-24', spans: [] }] },
};
const at = (text: string): number => Date.parse(`2026-11-${text}+02:00`);
const MONDAY_CLOSING = at('23T21:00');
const face: KioskEvent = { type: 'answer', path: '/data/visit', value: 4, complete: true };
const tick: KioskEvent = { type: 'tick' };

const machine: Machine = (() => {
  const identity = { surveyId: 's', touchpointId: 't', deviceId: 'd' };
  const made = makeMachine(sample, { identity, timezone: 'Europe/Riga', place });
  if (!made.ok) throw new Error(made.error);
  return made.value;
})();

/** Both clocks run alike here. */
const stamp = (wall: number): Stamp => ({ wall, monotonic: wall, id: `id-${String(wall)}`, seed: 1 });

/** Lets time pass as a timer would: a tick whenever one is due. */
function until(wall: number, from: Kiosk): Kiosk {
  let kiosk = from;
  for (let due = machine.nextTick(kiosk); due !== undefined && due <= wall; due = machine.nextTick(kiosk)) {
    kiosk = machine.step(kiosk, tick, stamp(due));
  }
  return kiosk;
}

const openSince = (wall: number): Kiosk => machine.restart(stamp(wall));

describe('outside opening hours', () => {
  it('falls asleep when the place closes and wakes on the minute that it opens', () => {
    const before = until(MONDAY_CLOSING - 1, openSince(at('23T20:10:20')));
    expect(before.at).toBe('first');
    const asleep = until(MONDAY_CLOSING, before);
    expect(asleep.at).toBe('asleep');
    const still = until(at('25T08:59:59.999'), asleep);
    expect(still.at).toBe('asleep');
    expect(until(at('25T09:00'), still).at).toBe('first');
  });

  it('tells when it opens again after a touch, for a while', () => {
    const asleep = until(at('23T22:00'), openSince(MONDAY_CLOSING));
    const told = machine.step(asleep, { type: 'touch' }, stamp(at('23T22:00:05')));
    expect(told.at === 'asleep' && told.told?.opensAt).toBe(at('25T09:00'));
    const silent = until(at('23T22:00:15'), told);
    expect(silent).toMatchObject({ at: 'asleep', told: undefined });
    for (const event of [face, { type: 'language', language: 'ru' }, { type: 'next' }] as const) {
      expect(machine.step(silent, event, stamp(at('23T22:01')))).toBe(silent);
    }
  });

  it('cuts nobody off who is answering; what was begun in time counts like any other', () => {
    const first = until(MONDAY_CLOSING - 10_000, openSince(at('23T20:10')));
    let kiosk = machine.step(first, face, stamp(MONDAY_CLOSING - 10_000));
    kiosk = machine.step(kiosk, { type: 'touch' }, stamp(MONDAY_CLOSING + 4_000));
    kiosk = until(MONDAY_CLOSING + 20_000, kiosk);
    expect(kiosk.at).toBe('asking');
    for (const second of [21, 22]) {
      kiosk = machine.step(kiosk, { type: 'skip' }, stamp(MONDAY_CLOSING + second * 1_000));
    }
    if (kiosk.at !== 'keeping') throw new Error(kiosk.at);
    expect(kiosk.response).toMatchObject({ endedBy: 'finished' });
    expect(kiosk.response.flags).toBeUndefined();
    kiosk = machine.step(kiosk, { type: 'kept' }, stamp(MONDAY_CLOSING + 23_000));
    kiosk = until(MONDAY_CLOSING + 40_000, kiosk);
    expect(kiosk.at).toBe('first');
    expect(until(MONDAY_CLOSING + 60_000, kiosk).at).toBe('asleep');
  });

  it('flags a response that began after closing time', () => {
    const late = openSince(MONDAY_CLOSING + 5_000);
    const asking = machine.step(late, face, stamp(MONDAY_CLOSING + 9_000));
    expect(asking.at === 'asking' && asking.draft?.flags).toEqual(['outside_hours']);
  });

  it('looks at a wall clock that was set right within a minute', () => {
    const asleep = until(at('23T22:00'), openSince(MONDAY_CLOSING));
    const monotonic = machine.nextTick(asleep) ?? 0;
    expect(monotonic - at('23T22:00')).toBeLessThanOrEqual(60_000);
    const woken = machine.step(asleep, tick, { ...stamp(at('25T12:00')), monotonic });
    expect(woken.at).toBe('first');
  });
});
