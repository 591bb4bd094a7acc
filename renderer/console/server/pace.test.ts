import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pace } from './pace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('pace', () => {
  it('runs at once, folds a burst into one more run, and never misses the last call', () => {
    const at: number[] = [];
    const start = Date.now();
    const paced = pace(() => at.push(Date.now() - start), 700);
    paced.call();
    for (let call = 0; call < 10; call += 1) {
      vi.advanceTimersByTime(50);
      paced.call();
    }
    vi.advanceTimersByTime(5_000);
    expect(at).toEqual([0, 700]);
    paced.call();
    expect(at).toEqual([0, 700, 5_500]);
  });

  it('forgets what is due when it is stopped', () => {
    let runs = 0;
    const paced = pace(() => (runs += 1), 700);
    paced.call();
    paced.call();
    paced.stop();
    vi.advanceTimersByTime(5_000);
    expect(runs).toBe(1);
  });
});
