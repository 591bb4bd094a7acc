import type { Clock, RandomSource } from '../../../core/kernel/index.ts';

/** A clock that only moves when it is told to. The wall clock may be set to anything. */
export interface RehearsedTime extends Clock {
  pass(milliseconds: number): void;
  setWall(now: number): void;
}

export function rehearsedTime(wall = 1_800_000_000_000): RehearsedTime {
  let passed = 0;
  let start = wall;
  return {
    now: () => start + passed,
    monotonic: () => passed,
    pass: (milliseconds) => {
      passed += milliseconds;
    },
    setWall: (now) => {
      start = now - passed;
    },
  };
}

/** Repeatable randomness (xorshift), so that a failing run can be played again from its number. */
export function rehearsedRandom(start: number): RandomSource {
  let state = (start >>> 0) + 0x9e3779b9;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 16) & 0xff;
  };
  return {
    bytes: (count) => {
      const bytes = new Uint8Array(count);
      for (let index = 0; index < count; index += 1) bytes[index] = next();
      return bytes;
    },
  };
}
