import { describe, expect, it } from 'vitest';
import { RehearsedClock } from '../testing/index.ts';
import { Attempts } from './attempts.ts';

describe('guessing', () => {
  const fail = (attempts: Attempts, times: number) => {
    for (let time = 0; time < times; time += 1) attempts.fail('anna');
  };

  it('is free for a few failures, then waits double each time, up to a quarter of an hour', () => {
    const attempts = new Attempts(new RehearsedClock(0), 5);
    fail(attempts, 4);
    expect(attempts.waitSeconds('anna')).toBe(0);
    const waits = [];
    for (let time = 0; time < 12; time += 1) {
      attempts.fail('anna');
      waits.push(attempts.waitSeconds('anna'));
    }
    expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8]);
    expect(waits.at(-1)).toBe(900);
  });

  it('ends the wait with time, and concerns nobody else', () => {
    const clock = new RehearsedClock(0);
    const attempts = new Attempts(clock, 5);
    fail(attempts, 7);
    expect(attempts.waitSeconds('anna')).toBe(4);
    expect(attempts.waitSeconds('bert')).toBe(0);
    clock.advance(1_500);
    expect(attempts.waitSeconds('anna')).toBe(2.5);
    clock.advance(2_500);
    expect(attempts.waitSeconds('anna')).toBe(0);
  });

  it('forgives with success and after an hour', () => {
    const clock = new RehearsedClock(0);
    const attempts = new Attempts(clock, 1);
    fail(attempts, 3);
    attempts.succeed('anna');
    expect(attempts.waitSeconds('anna')).toBe(0);
    fail(attempts, 3);
    clock.advance(3_600_000);
    fail(attempts, 1);
    expect(attempts.waitSeconds('anna')).toBe(1);
  });
});
