import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import sample from '../../../assets/questionnaires/sample.json';
import { err, ok, type Result } from '../../../core/kernel/index.ts';
import type { Response } from '../../../core/response/index.ts';
import { firstScreen } from './firstScreen.ts';
import type { KioskEvent, Machine } from './kiosk.ts';
import { makeMachine } from './machine.ts';
import { openKiosk, type Keeper } from './openKiosk.ts';

const surround = {
  identity: { surveyId: 's', touchpointId: 't', deviceId: 'd' },
  timezone: 'Europe/Riga',
};
const machine = makeMachine(sample, surround);
/** A place that has not opened yet. */
const ofClosedPlace = makeMachine(sample, {
  ...surround,
  place: {
    timezone: 'Europe/Riga',
    openingHours: { week: Array.from({ length: 7 }, () => []), otherDays: [] },
  },
});
const face: KioskEvent = { type: 'answer', path: '/data/visit', value: 2, complete: true };

const clock = { now: () => Date.now(), monotonic: () => performance.now() };
const random = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };

/** A disk that does what it is told to, and notes in which order it was asked. */
function disk() {
  const written: string[] = [];
  const kept: Response[] = [];
  let outcome: Result<unknown, { readonly kind: string }> = ok(undefined);
  const keeper: Keeper = {
    saveDraft: async () => {
      written.push('draft');
      return outcome;
    },
    record: async (response) => {
      written.push('record');
      if (outcome.ok) kept.push(response);
      return outcome;
    },
  };
  return {
    keeper,
    written,
    kept,
    fails: (kind: string) => (outcome = err({ kind })),
    works: () => (outcome = ok(0)),
  };
}

const open = (keeper: Keeper, made: Promise<Result<Machine, string>> = Promise.resolve(machine)) =>
  openKiosk(
    { preview: (language) => firstScreen(sample, language), language: 'en', machine: made },
    { clock, random, keeper },
  );

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
afterEach(() => void vi.useRealTimers());

const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

async function finish(send: (event: KioskEvent) => void): Promise<void> {
  for (const event of [face, { type: 'skip' }, { type: 'skip' }] as const) {
    await after(500);
    send(event);
  }
  await after(1);
}

describe('a kiosk with a disk', () => {
  it('says thank you after the response is kept, and starts over by itself', async () => {
    const { keeper, kept, written } = disk();
    const { store, send } = open(keeper);
    await finish(send);
    expect(kept.map(({ endedBy }) => endedBy)).toEqual(['finished']);
    expect(written).toEqual(['draft', 'record']);
    expect(store.getState().at).toBe('thanks');
    await after(4_000);
    expect(store.getState().at).toBe('first');
  });

  it('counts down and keeps what was said when the person walks away', async () => {
    const { keeper, kept } = disk();
    const { store, send } = open(keeper);
    await after(500);
    send(face);
    await after(15_100);
    const counting = store.getState();
    expect(counting.at === 'asking' && counting.secondsLeft).toBe(5);
    await after(2_000);
    const later = store.getState();
    expect(later.at === 'asking' && later.secondsLeft).toBe(3);
    await after(3_500);
    expect(store.getState().at).toBe('first');
    expect(kept.map(({ endedBy, answers }) => [endedBy, answers])).toEqual([
      ['timeout', { '/data/visit': '2' }],
    ]);
  });

  it('holds the response while the disk is full, tries again with growing pauses, and thanks in the end', async () => {
    const { keeper, kept, fails, works, written } = disk();
    const { store, send } = open(keeper);
    fails('full');
    await finish(send);
    const state = store.getState();
    expect(state.at === 'notKept' && state.reason).toBe('full');
    await after(2_000 + 4_000 + 8_000);
    expect(written.filter((what) => what === 'record')).toHaveLength(4);
    works();
    send({ type: 'retry' });
    await after(1);
    expect(store.getState().at).toBe('thanks');
    expect(kept).toHaveLength(1);
  });
});

describe('a kiosk that is started outside opening hours', () => {
  it('falls asleep though nobody ever touches it, unless it was closed before its machine came', async () => {
    const { keeper } = disk();
    const [kiosk, gone] = [1, 2].map(() => open(keeper, Promise.resolve(ofClosedPlace)));
    gone?.close();
    await after(30_000);
    expect(kiosk?.store.getState().at).toBe('asleep');
    expect(gone?.store.getState().at).toBe('first');
    kiosk?.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a kiosk whose machine is not there yet', () => {
  it('shows the first screen, and takes what is tapped on it as of the time of the tap', async () => {
    const { keeper } = disk();
    let arrive: (made: Result<Machine, string>) => void = () => undefined;
    const { store, send } = open(keeper, new Promise((resolve) => (arrive = resolve)));
    expect(store.getState().at).toBe('first');
    await after(1_000);
    send({ type: 'language', language: 'de' });
    const german = store.getState();
    expect(german.at === 'first' && german.shown.language).toBe('de');
    const tapped = Date.now();
    send(face);
    await after(3_000);
    arrive(machine);
    await after(1);
    const state = store.getState();
    expect(state.at === 'asking' && state.draft).toMatchObject({
      startedAt: tapped,
      language: 'de',
      answers: { '/data/visit': '2' },
    });
  });

  it('says so when it can never come', async () => {
    const { store } = open(disk().keeper, Promise.reject(new Error('offline')));
    await after(1);
    expect(store.getState()).toEqual({ at: 'broken', detail: 'Error: offline' });
  });
});
