import { describe, expect, it } from 'vitest';
import { untilOwnSecond } from './ownSecond.ts';

describe('the second of the minute in which a device speaks', () => {
  it('H10 is always the same one, between half a minute and a minute and a half away', () => {
    const moments = Array.from({ length: 200 }, (_, index) => 1_800_000_000_000 + index * 7_919);
    const waits = moments.map((now) => untilOwnSecond('device-7', now));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(30_000);
    expect(Math.max(...waits)).toBeLessThan(90_000);
    expect(new Set(moments.map((now, index) => (now + (waits[index] ?? 0)) % 60_000)).size).toBe(1);
  });

  it('H10 is spread over the minute by the ids of a fleet', () => {
    const tens = Array.from({ length: 6 }, () => 0);
    for (let device = 0; device < 6_000; device += 1) {
      const second =
        untilOwnSecond(`0190a000-0000-7000-8000-${String(device).padStart(12, '0')}`, 0) % 60_000;
      const ten = Math.floor(second / 10_000);
      tens[ten] = (tens[ten] ?? 0) + 1;
    }
    expect(Math.min(...tens)).toBeGreaterThan(800);
    expect(Math.max(...tens)).toBeLessThan(1_200);
  });
});
