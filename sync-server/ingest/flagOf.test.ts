import { describe, expect, it } from 'vitest';
import { sampleResponse } from '../testing/index.ts';
import { flagOf } from './flagOf.ts';

const response = sampleResponse({ startedAt: 10_000, finishedAt: 12_000, endedBy: 'finished' });

describe('D7 the flag that a response is counted under', () => {
  it.each([
    ['nothing speaks against it', { sinceLast: 900 }, {}, true, ''],
    [
      'sooner after the person before than the survey allows',
      { sinceLast: 2_999 },
      { leastSecondsBetween: 3 },
      true,
      'repeat',
    ],
    ['late enough after the person before', { sinceLast: 3_000 }, { leastSecondsBetween: 3 }, true, ''],
    ['nobody within a minute before', {}, { leastSecondsBetween: 60 }, true, ''],
    ['finished in less than the survey asks for', {}, { leastSeconds: 2.5 }, true, 'too_fast'],
    ['walked away early', { endedBy: 'timeout' as const }, { leastSeconds: 2.5 }, true, ''],
    [
      'a repeat that was too fast',
      { sinceLast: 5 },
      { leastSeconds: 2.5, leastSecondsBetween: 3 },
      true,
      'repeat',
    ],
    [
      'a burst that is a repeat',
      { sinceLast: 5, flags: ['burst'] },
      { leastSecondsBetween: 3 },
      true,
      'burst',
    ],
    ['a clock that says nothing', { sinceLast: 5 }, { leastSecondsBetween: 3 }, false, 'wrong_clock'],
  ])('%s', (_case, change, counting, hasSoundTime, flag) => {
    expect(flagOf({ ...response, ...change }, counting, hasSoundTime)).toBe(flag);
  });
});
