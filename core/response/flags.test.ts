import { describe, expect, it } from 'vitest';
import { gravestFlag } from './index.ts';

describe('the flag that a response is counted under', () => {
  it.each([
    [[], ''],
    [['too_fast'], 'too_fast'],
    [['outside_hours', 'burst', 'too_fast'], 'burst'],
    [['of_a_newer_device'], 'other'],
    [['of_a_newer_device', 'outside_hours'], 'outside_hours'],
  ])('of %j is %j', (flags, flag) => {
    expect(gravestFlag(flags)).toBe(flag);
  });
});
