import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sample from '../../../assets/questionnaires/sample.json';
import { USUAL_TIMING, type Kiosk, type KioskEvent, type Machine, type Stamp } from './kiosk.ts';
import { makeMachine } from './machine.ts';

const two = (value: number): string => String(value).padStart(2, '0');
/** So that it opens and closes while people are at it. */
const EVERY_OTHER_MINUTE = {
  week: Array.from({ length: 7 }, () =>
    Array.from({ length: 12 * 60 }, (_, nth) => {
      const hour = two(Math.floor(nth / 30));
      return { from: `${hour}:${two((nth % 30) * 2)}`, to: `${hour}:${two((nth % 30) * 2 + 1)}` };
    }),
  ),
  otherDays: [],
};

const machine: Machine = (() => {
  const made = makeMachine(sample, {
    identity: { surveyId: 's', touchpointId: 't', deviceId: 'd' },
    timezone: 'Europe/Riga',
    place: { timezone: 'Europe/Riga', openingHours: EVERY_OTHER_MINUTE },
  });
  if (!made.ok) throw new Error(made.error);
  return made.value;
})();

/** What a hand, a clock or a disk may do next; paths are those on the screen, or of a screen long gone. */
type Act =
  | { readonly do: 'face'; readonly value: number; readonly stale: boolean }
  | { readonly do: 'tile'; readonly name: string }
  | { readonly do: 'write'; readonly text: string }
  | { readonly do: 'plain'; readonly event: KioskEvent };

const plain: readonly KioskEvent[] = [
  { type: 'next' },
  { type: 'skip' },
  { type: 'back' },
  { type: 'touch' },
  { type: 'tick' },
  { type: 'kept' },
  { type: 'notKept', reason: 'full' },
  { type: 'notKept', reason: 'other' },
  { type: 'retry' },
  { type: 'leave' },
  { type: 'language', language: 'ru' },
  { type: 'language', language: 'en' },
  { type: 'language', language: 'xx' },
];

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    do: fc.constant('face' as const),
    value: fc.integer({ min: 1, max: 5 }),
    stale: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('tile' as const),
    name: fc.constantFrom('staff', 'speed', 'price', 'nonsense'),
  }),
  fc.record({
    do: fc.constant('write' as const),
    text: fc.constantFrom('SECRET words', 'SECRET  ', '   ', ''),
  }),
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('plain' as const), event: fc.constantFrom(...plain) }),
  },
);
const pause = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 800 }) },
  fc.integer({ min: 0, max: 21_000 }),
);
/** Walking away is common, and so is a disk that does what it should. */
const walkAway = fc.constant([{ do: 'plain', event: { type: 'tick' } }, 20_500] as const);
const goesWell = fc.constant([{ do: 'plain', event: { type: 'kept' } }, 5] as const);
const story = fc.array(fc.oneof({ weight: 6, arbitrary: fc.tuple(act, pause) }, walkAway, goesWell), {
  maxLength: 80,
});

function toEvent(kiosk: Kiosk, done: Act): KioskEvent {
  if (done.do === 'plain') return done.event;
  const screen = kiosk.at === 'first' || kiosk.at === 'asking' ? kiosk.shown.screen : undefined;
  const view = screen?.kind === 'questions' ? screen.questions[0] : undefined;
  const path = view?.path ?? '/data/visit';
  if (done.do === 'write') return { type: 'type', path, text: done.text };
  if (done.do === 'face') {
    return {
      type: 'answer',
      path: done.stale ? '/data/visit' : path,
      value: done.value,
      complete: true,
    };
  }
  const chosen = Array.isArray(view?.value) ? view.value.map(String) : [];
  return { type: 'answer', path, value: [...chosen, done.name], part: done.name, complete: false };
}

const stampAt = (monotonic: number): Stamp => ({
  wall: 1_800_000_000_000 + monotonic,
  monotonic,
  id: `id-${String(monotonic)}`,
  seed: Math.floor(monotonic) % 1000,
});

/** Plays a story and shows every step of it: the state before (as it was, before it was used up), the event and the state after. */
function play(
  acts: readonly (readonly [Act, number])[],
  see: (before: Kiosk, event: KioskEvent, after: Kiosk) => void,
): { readonly kiosk: Kiosk; readonly now: number } {
  let now = 0;
  let kiosk: Kiosk = machine.restart(stampAt(now));
  for (const [done, wait] of acts) {
    now += wait;
    const event = toEvent(kiosk, done);
    const after = machine.step(kiosk, event, stampAt(now));
    see(kiosk, event, after);
    kiosk = after;
  }
  return { kiosk, now };
}

/** Said, or written where it will be said. */
const betrays = (kiosk: Kiosk): boolean => {
  if (kiosk.at === 'asleep') return JSON.stringify(kiosk).includes('SECRET');
  if (kiosk.at !== 'first') return false;
  const { screen, said } = kiosk.shown;
  const values = screen.kind === 'questions' ? screen.questions.map(({ value }) => value) : [];
  return (
    said !== undefined || values.some((value) => value !== null) || JSON.stringify(kiosk).includes('SECRET')
  );
};

describe('the kiosk, whatever happens in whatever order', () => {
  it('never shows or keeps in memory anything personal on the first screen', () => {
    let slept = 0;
    fc.assert(
      fc.property(story, (acts) => {
        play(acts, (before, _event, after) => {
          expect(betrays(after)).toBe(false);
          if (after.at === 'asleep' && before.at !== 'asleep') slept += 1;
        });
      }),
      { numRuns: 600 },
    );
    expect(slept).toBeGreaterThan(10);
  });

  it('begins each next person in the default language', () => {
    fc.assert(
      fc.property(story, (acts) => {
        play(acts, (before, _event, after) => {
          if (after.at === 'first' && before.at !== 'first') expect(after.shown.language).toBe('en');
        });
      }),
      { numRuns: 300 },
    );
  });

  it('lets no sitting with an answer go without keeping exactly what was said', () => {
    fc.assert(
      fc.property(story, (acts) => {
        play(acts, (before, event, after) => {
          if (before.at === 'asking' && after.at !== 'asking' && before.draft !== undefined) {
            expect(after.at).toBe('keeping');
          }
          if (before.at === 'asking' && after.at === 'keeping' && event.type === 'tick') {
            expect(after.response.answers).toEqual(before.draft?.answers);
            expect(after.response.endedBy).toBe('timeout');
          }
          if (before.at === 'keeping' || before.at === 'notKept') {
            if (after.at === 'first' || after.at === 'thanks') expect(event.type).toBe('kept');
            else if (after.at === 'keeping' || after.at === 'notKept') {
              expect(after.response).toBe(before.response);
            }
          }
        });
      }),
      { numRuns: 600 },
    );
  });

  it('says thank you only for a finished response that was kept', () => {
    fc.assert(
      fc.property(story, (acts) => {
        play(acts, (before, event, after) => {
          if (after.at !== 'thanks' || before.at === 'thanks') return;
          expect(before.at === 'keeping' && event.type === 'kept').toBe(true);
          expect(before.at === 'keeping' && before.response.endedBy).toBe('finished');
        });
      }),
      { numRuns: 300 },
    );
  });

  it('has every tap that was taken in the draft at once, under one id from beginning to end', () => {
    let taken = 0;
    fc.assert(
      fc.property(story, (acts) => {
        play(acts, (before, event, after) => {
          if (after.at !== 'asking' || after === before) return;
          if (before.at === 'asking') expect(after.sitting.responseId).toBe(before.sitting.responseId);
          if (event.type === 'language') expect(after.draft?.language ?? event.language).toBe(event.language);
          if (event.type !== 'answer' || after.draft === undefined) return;
          taken += 1;
          expect(after.draft.responseId).toBe(after.sitting.responseId);
          expect(after.draft.language).toBe(after.shown.language);
          const said = Array.isArray(event.value)
            ? event.value.map(String).join(' ')
            : JSON.stringify(event.value);
          const refused =
            after.shown.screen.kind === 'questions' && after.shown.screen.questions[0]?.violation;
          if (refused === undefined) expect(after.draft.answers[event.path]).toBe(said);
        });
      }),
      { numRuns: 300 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('comes back to the first screen by itself from anywhere', () => {
    fc.assert(
      fc.property(story, (acts) => {
        let { kiosk, now } = play(acts, () => undefined);
        for (let turn = 0; turn < 40 && kiosk.at !== 'first'; turn += 1) {
          now = Math.max(now, machine.nextTick(kiosk) ?? now);
          const event = kiosk.at === 'keeping' ? ({ type: 'kept' } as const) : ({ type: 'tick' } as const);
          kiosk = machine.step(kiosk, event, stampAt(now));
        }
        expect(kiosk.at).toBe('first');
        const end = now + USUAL_TIMING.idle;
        const rested = machine.step(kiosk, { type: 'tick' }, stampAt(end));
        expect(rested.at === 'asleep' || (rested.at === 'first' && rested.shown.language)).toBe(
          rested.at === 'asleep' || 'en',
        );
      }),
      { numRuns: 300 },
    );
  });
});
