import { describe, expect, it } from 'vitest';
import sample from '../../../assets/questionnaires/sample.json';
import type { Kiosk, KioskEvent } from './kiosk.ts';
import { makeMachine } from './machine.ts';

const made = makeMachine(sample, {
  identity: { surveyId: 's', touchpointId: 't', deviceId: 'd' },
  timezone: 'Europe/Riga',
});
if (!made.ok) throw new Error(made.error);
const machine = made.value;

const face = (value: number): KioskEvent => ({ type: 'answer', path: '/data/visit', value, complete: true });
const tile = (path: string, value: readonly string[], part: string): KioskEvent => ({
  type: 'answer',
  path,
  value,
  part,
  complete: false,
});

/** Each event with the time since the one before, in milliseconds. */
function live(...events: readonly (readonly [number, KioskEvent])[]): Kiosk {
  let monotonic = 0;
  const stamp = () => ({ wall: 1_800_000_000_000 + monotonic, monotonic, id: 'response', seed: 1 });
  let kiosk: Kiosk = machine.restart(stamp());
  for (const [wait, event] of events) {
    monotonic += wait;
    kiosk = machine.step(kiosk, event, stamp());
  }
  return kiosk;
}

const path = (kiosk: Kiosk): string | undefined =>
  (kiosk.at === 'asking' || kiosk.at === 'first') && kiosk.shown.screen.kind === 'questions'
    ? kiosk.shown.screen.questions[0]?.path
    : undefined;

const answers = (kiosk: Kiosk) => (kiosk.at === 'asking' ? kiosk.draft?.answers : undefined);

describe('one tap is one answer', () => {
  it('takes the very first tap of a terminal that has just been opened', () => {
    expect(answers(live([0, face(2)]))).toEqual({ '/data/visit': '2' });
  });

  const sitting = [
    [1000, face(2)],
    [1000, { type: 'skip' }],
    [1000, { type: 'skip' }],
    [10, { type: 'kept' }],
  ] as const;

  it('takes the first tap of the next person at once when "thank you" went by itself', () => {
    const next = live(...sitting, [60_000, { type: 'tick' }], [1, face(4)]);
    expect(answers(next)).toEqual({ '/data/visit': '4' });
  });

  it('takes the second tap of a double tap on "Done" for nobody\'s answer', () => {
    const done = [...sitting, [1000, { type: 'leave' }]] as const;
    expect(live(...done, [120, face(4)]).at).toBe('first');
    expect(answers(live(...done, [400, face(4)]))).toEqual({ '/data/visit': '4' });
  });

  it("takes a tap that came too late to stop the countdown for nobody's answer", () => {
    const left = [
      [1000, face(2)],
      [60_000, { type: 'tick' }],
      [10, { type: 'kept' }],
    ] as const;
    expect(live(...left, [120, face(4)]).at).toBe('first');
    expect(answers(live(...left, [400, face(4)]))).toEqual({ '/data/visit': '4' });
  });

  it('goes on with the first tap and ignores the second of a double tap', () => {
    const kiosk = live([1000, face(2)], [120, tile('/data/bad', ['staff'], 'staff')]);
    expect(path(kiosk)).toBe('/data/bad');
    expect(answers(kiosk)).toEqual({ '/data/visit': '2' });
  });

  it('takes a tile once when the finger trembles on it', () => {
    const kiosk = live(
      [1000, face(2)],
      [1000, tile('/data/bad', ['staff'], 'staff')],
      [150, tile('/data/bad', [], 'staff')],
    );
    expect(answers(kiosk)).toEqual({ '/data/visit': '2', '/data/bad': 'staff' });
  });

  it('gives a tile back when it is tapped again on purpose', () => {
    const kiosk = live(
      [1000, face(2)],
      [1000, tile('/data/bad', ['staff'], 'staff')],
      [900, tile('/data/bad', [], 'staff')],
    );
    expect(answers(kiosk)).toEqual({ '/data/visit': '2' });
  });

  it('takes quick taps on different tiles', () => {
    const kiosk = live(
      [1000, face(2)],
      [1000, tile('/data/bad', ['staff'], 'staff')],
      [90, tile('/data/bad', ['staff', 'speed'], 'speed')],
    );
    expect(answers(kiosk)?.['/data/bad']).toBe('staff speed');
  });

  it('ignores a tap that was meant for a screen that is gone', () => {
    const kiosk = live([1000, face(5)], [1000, face(1)]);
    expect(answers(kiosk)).toEqual({ '/data/visit': '5' });
  });

  it('uses the tap that ends the countdown for nothing else', () => {
    const kiosk = live(
      [1000, face(2)],
      [17_000, { type: 'tick' }],
      [0, { type: 'touch' }],
      [80, tile('/data/bad', ['staff'], 'staff')],
    );
    expect(kiosk.at === 'asking' && kiosk.secondsLeft).toBe(undefined);
    expect(answers(kiosk)).toEqual({ '/data/visit': '2' });
  });
});

describe('changing one’s mind', () => {
  it('asks for what was bad after an answer that became bad, and forgets what was good', () => {
    const kiosk = live(
      [1000, face(5)],
      [1000, tile('/data/good', ['staff'], 'staff')],
      [1000, { type: 'back' }],
      [1000, face(1)],
    );
    expect(path(kiosk)).toBe('/data/bad');
    expect(answers(kiosk)).toEqual({ '/data/visit': '1' });
  });

  it('shows on the way back what was said', () => {
    const kiosk = live([1000, face(4)], [1000, { type: 'back' }]);
    const screen = kiosk.at === 'asking' ? kiosk.shown.screen : undefined;
    expect(screen?.kind === 'questions' && screen.questions[0]?.value).toBe(4);
  });

  it('keeps a comment only once it is handed in', () => {
    const written = live(
      [1000, face(3)],
      [1000, { type: 'skip' }],
      [1000, { type: 'type', path: '/data/comment', text: 'Too loud. ' }],
    );
    expect(answers(written)).toEqual({ '/data/visit': '3' });
    const sent = live(
      [1000, face(3)],
      [1000, { type: 'skip' }],
      [1000, { type: 'type', path: '/data/comment', text: 'Too loud. ' }],
      [1000, { type: 'next' }],
    );
    expect(sent.at === 'keeping' && sent.response.answers['/data/comment']).toBe('Too loud.');
    const skipped = live(
      [1000, face(3)],
      [1000, { type: 'skip' }],
      [1000, { type: 'type', path: '/data/comment', text: 'Too loud.' }],
      [1000, { type: 'skip' }],
    );
    expect(skipped.at === 'keeping' && skipped.response.answers).toEqual({ '/data/visit': '3' });
  });
});

describe('the response', () => {
  it('tells how it was given, without a word of what was said', () => {
    const kiosk = live(
      [1000, { type: 'language', language: 'lv' }],
      [500, face(4)],
      [2000, tile('/data/good', ['staff'], 'staff')],
      [1000, { type: 'next' }],
      [3000, { type: 'skip' }],
    );
    const response = kiosk.at === 'keeping' ? kiosk.response : undefined;
    expect(response).toMatchObject({
      endedBy: 'finished',
      language: 'lv',
      startedAt: 1_800_000_001_500,
      finishedAt: 1_800_000_007_500,
      answers: { '/data/visit': '4', '/data/good': 'staff' },
      channel: 'terminal',
      timezone: 'Europe/Riga',
    });
    expect(response?.paradata).toEqual([
      { event: 'question', at: 0, node: '/data/visit' },
      { event: 'answer', at: 0, node: '/data/visit' },
      { event: 'question', at: 0, node: '/data/good' },
      { event: 'answer', at: 2000, node: '/data/good' },
      { event: 'question', at: 3000, node: '/data/comment' },
      { event: 'end', at: 6000, detail: 'finished' },
    ]);
  });

  it('is left by a person who says nothing and walks away', () => {
    const kiosk = live([1000, { type: 'language', language: 'ru' }], [20_000, { type: 'tick' }]);
    expect(kiosk.at === 'first' && kiosk.shown.language).toBe('en');
  });
});
