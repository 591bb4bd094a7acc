import { describe, expect, it } from 'vitest';
import { afterWrongPin, NO_TRIES } from './pinTries.ts';

describe('wrong PINs', () => {
  it('cost nothing twice, then a wait that doubles up to a quarter of an hour', () => {
    const waits: number[] = [];
    let tries = NO_TRIES;
    for (let count = 0; count < 10; count += 1) {
      tries = afterWrongPin(tries, 1_000);
      waits.push((tries.blockedUntil - 1_000) / 1_000);
    }
    expect(waits).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
  });
});
