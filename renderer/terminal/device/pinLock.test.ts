import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Clock } from '../../../core/kernel/index.ts';
import { PinLock, waitAfter } from './pinLock.ts';

describe('wrong PINs', () => {
  let kept: string | null;
  let clock: Clock;
  const memory = {
    read: () => kept,
    write: (text: string) => {
      kept = text;
    },
  };
  /** A page that has just been opened: only the memory is left of the one before. */
  const reload = (): PinLock => {
    vi.clearAllTimers();
    return new PinLock(memory, clock);
  };
  const guess = (lock: PinLock, times: number): void => {
    for (let time = 0; time < times; time += 1) lock.wrong();
  };
  beforeEach(() => {
    vi.useFakeTimers();
    kept = null;
    clock = { now: () => Date.now(), monotonic: () => performance.now() };
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('cost nothing twice, then a wait that doubles up to a quarter of an hour', () => {
    const waits = Array.from({ length: 10 }, (_, index) => waitAfter(index + 1) / 1_000);
    expect(waits).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it('are not forgotten by a reload: neither the count nor the wait', () => {
    guess(reload(), 2);
    const lock = reload();
    expect(lock.secondsLeft()).toBe(0);
    guess(lock, 2);
    vi.advanceTimersByTime(10_000);
    expect(lock.secondsLeft()).toBe(50);
    expect(reload().secondsLeft()).toBe(60);
  });

  it('are waited for once: who sat the wait out and reloads may try, and waits longer when wrong again', () => {
    guess(reload(), 4);
    vi.advanceTimersByTime(60_000);
    const lock = reload();
    expect(lock.secondsLeft()).toBe(0);
    guess(lock, 1);
    expect(lock.secondsLeft()).toBe(120);
  });

  it('neither unlock early nor lock for ever when the clock on the wall is set', () => {
    guess(reload(), 3);
    vi.setSystemTime(Date.now() - 400 * 86_400_000);
    expect(reload().secondsLeft()).toBe(30);
    vi.setSystemTime(Date.now() + 4_000 * 86_400_000);
    const lock = reload();
    expect(lock.secondsLeft()).toBe(30);
    vi.advanceTimersByTime(30_000);
    expect(lock.secondsLeft()).toBe(0);
  });

  it('are forgotten with the right one', () => {
    const lock = reload();
    guess(lock, 2);
    lock.right();
    guess(reload(), 2);
    expect(reload().secondsLeft()).toBe(0);
  });

  it.each(['', '-1', '99999', '{"wrong":3}', '3 owed '])('a memory of %j is no lock', (text) => {
    kept = text;
    expect(reload().secondsLeft()).toBe(0);
  });
});
