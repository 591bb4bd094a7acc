import { describe, expect, it } from 'vitest';
import { NOW, sampleDevice } from '../testing/sampleOverview.ts';
import { byUrgency, stateSince, waitingOn } from './deviceView.ts';

const HOUR = 3_600_000;

describe('devices', () => {
  it('come in the order in which they need somebody, then by name', () => {
    const states = ['well', 'new', 'late', 'silent', 'offline'] as const;
    const devices = [
      ...states.map((state) => sampleDevice({ state, name: state })),
      sampleDevice({ state: 'offline', name: 'a gate' }),
    ];
    expect(byUrgency(devices).map(({ name }) => name)).toEqual([
      'a gate',
      'offline',
      'silent',
      'late',
      'new',
      'well',
    ]);
    expect(devices[0]?.name).toBe('well');
  });

  it('are silent since somebody last answered, and away since the last contact', () => {
    const moments = { lastContactAt: NOW - HOUR, lastResponseAt: NOW - 3 * HOUR };
    const since = (state: Parameters<typeof sampleDevice>[0]) => stateSince(sampleDevice(state), NOW);
    expect(since({ ...moments, state: 'silent' })).toBe(3 * HOUR);
    expect(since({ ...moments, state: 'offline' })).toBe(HOUR);
    expect(since({ ...moments, state: 'late' })).toBe(HOUR);
    expect(since({ ...moments, state: 'well' })).toBeNull();
    expect(since({ state: 'new', lastContactAt: null, lastResponseAt: null })).toBeNull();
    expect(since({ state: 'silent', lastResponseAt: null })).toBeNull();
    expect(since({ state: 'late', lastContactAt: NOW + HOUR })).toBe(0);
  });

  it('hold what they last said, and those out of contact may hold more', () => {
    const waiting = waitingOn([
      sampleDevice({ waiting: 212, state: 'offline' }),
      sampleDevice({ waiting: 3, state: 'late' }),
      sampleDevice({ waiting: 0, state: 'well' }),
    ]);
    expect(waiting).toMatchObject({ total: 215, devices: 3, unheard: 2 });
    expect(waiting.holders).toHaveLength(2);
    expect(waitingOn([])).toEqual({ total: 0, devices: 0, holders: [], unheard: 0 });
  });
});
