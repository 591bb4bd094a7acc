import { describe, expect, it } from 'vitest';
import { NOW, sampleDevice, sampleOverview } from '../testing/sampleOverview.ts';
import { latestResponse } from './latestResponse.ts';

describe('the latest response', () => {
  it('is the latest that any device or comment tells of', () => {
    const devices = [
      sampleDevice({ lastResponseAt: null }),
      sampleDevice({ lastResponseAt: NOW - 9 }),
      sampleDevice({ lastResponseAt: NOW - 5 }),
    ];
    expect(latestResponse(sampleOverview({ devices, comments: [] }))).toBe(NOW - 5);
    expect(latestResponse(sampleOverview({ devices: [] }))).toBe(NOW - 240_000);
    expect(latestResponse(sampleOverview({ devices: [], comments: [] }))).toBeNull();
  });
});
