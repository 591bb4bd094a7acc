import { describe, expect, it } from 'vitest';
import sample from '../../../assets/questionnaires/sample.json';
import type { Response } from '../../../core/response/index.ts';
import type { Kiosk, KioskEvent } from './kiosk.ts';
import { makeMachine } from './machine.ts';

const made = makeMachine(sample, {
  identity: { surveyId: 's', touchpointId: 't', deviceId: 'd' },
  timezone: 'Europe/Riga',
});
if (!made.ok) throw new Error(made.error);
const machine = made.value;

interface Person {
  readonly face: number;
  /** Milliseconds after the person before was done. */
  readonly after: number;
  readonly comment?: string;
}

/** What is recorded of people who answer one after the other, two seconds each, and leave "thank you" at once. */
function recorded(people: readonly Person[]): readonly Response[] {
  const responses: Response[] = [];
  let monotonic = 0;
  let kiosk: Kiosk = machine.restart({ wall: 0, monotonic, id: 'first', seed: 1 });
  const happen = (wait: number, event: KioskEvent): void => {
    monotonic += wait;
    kiosk = machine.step(kiosk, event, { wall: monotonic, monotonic, id: String(monotonic), seed: 1 });
    if (kiosk.at === 'keeping') responses.push(kiosk.response);
  };
  for (const { face, after, comment } of people) {
    happen(after, { type: 'answer', path: '/data/visit', value: face, complete: true });
    happen(1_000, { type: 'skip' });
    if (comment !== undefined) happen(0, { type: 'type', path: '/data/comment', text: comment });
    happen(1_000, { type: 'next' });
    happen(0, { type: 'kept' });
    happen(400, { type: 'leave' });
  }
  return responses;
}

const same = (count: number, after: number): Person[] =>
  Array.from({ length: count }, () => ({ face: 1, after }));
const flagsOf = (people: readonly Person[]) => recorded(people).map(({ flags = [] }) => flags.join(' '));

describe('D7 what may be a game', () => {
  it('is a burst from the eighth equal one within a minute on', () => {
    expect(flagsOf(same(10, 1_000))).toEqual(['', '', '', '', '', '', '', 'burst', 'burst', 'burst']);
  });

  it('is none where they take longer than a minute together', () => {
    expect(new Set(flagsOf(same(20, 6_200)))).toEqual(new Set(['']));
  });

  it('is none where people say different things, be it in their comments alone', () => {
    const people = same(20, 1_000);
    const faces = people.map((person, nth) => ({ ...person, face: (nth % 5) + 1 }));
    expect(new Set(flagsOf(faces))).toEqual(new Set(['']));
    const comments = people.map((person, nth) => ({ ...person, comment: `number ${String(nth)}` }));
    expect(new Set(flagsOf(comments))).toEqual(new Set(['']));
  });

  it('can be told from how soon somebody begins after the last touch of the person before, within a minute', () => {
    const [first, soon, late] = recorded([
      { face: 5, after: 5_000 },
      { face: 4, after: 600 },
      { face: 3, after: 70_000 },
    ]);
    expect([first?.sinceLast, soon?.sinceLast, late?.sinceLast]).toEqual([undefined, 1_000, undefined]);
  });
});
