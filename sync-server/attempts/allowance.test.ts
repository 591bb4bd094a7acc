import { describe, expect, it } from 'vitest';
import { RehearsedClock } from '../testing/index.ts';
import { Allowance } from './allowance.ts';

describe('an allowance', () => {
  const takeMany = (allowance: Allowance, key: string, times: number) =>
    Array.from({ length: times }, () => allowance.take(key));

  it('lets a burst pass, then says how long until the next one', () => {
    const allowance = new Allowance(new RehearsedClock(0), { burst: 3, perSecond: 2 });
    expect(takeMany(allowance, 'a', 5)).toEqual([0, 0, 0, 0.5, 0.5]);
    expect(allowance.take('b')).toBe(0);
  });

  it('gives back with time, never more than the burst', () => {
    const clock = new RehearsedClock(0);
    const allowance = new Allowance(clock, { burst: 3, perSecond: 2 });
    takeMany(allowance, 'a', 3);
    clock.advance(500);
    expect(takeMany(allowance, 'a', 2)).toEqual([0, 0.5]);
    clock.advance(3_600_000);
    expect(takeMany(allowance, 'a', 4)).toEqual([0, 0, 0, 0.5]);
  });

  it('remembers only so many', () => {
    const allowance = new Allowance(new RehearsedClock(0), { burst: 1, perSecond: 1 });
    for (let key = 0; key <= 10_000; key += 1) allowance.take(String(key));
    expect(allowance.take('10000')).toBe(1);
    expect(allowance.take('0')).toBe(0);
  });
});
