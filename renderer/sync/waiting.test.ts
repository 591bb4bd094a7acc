import { describe, expect, it } from 'vitest';
import { LONGEST, LONGEST_UNREACHED, backOff } from './backOff.ts';
import { Rehearsal } from './rehearsal/rehearsePump.ts';
import { rehearsedRandom } from './rehearsal/rehearsedTime.ts';

const MOST = { bytes: (count: number) => new Uint8Array(count).fill(0xff) };

describe('back-off', () => {
  it('S4 doubles its limit from 2 s to 15 min and is never longer', () => {
    const limits = [0, 1, 2, 3, 8, 9, 10, 40].map((failures) => backOff(failures, LONGEST, MOST));
    expect(limits).toEqual([1_999, 3_999, 7_999, 15_999, 511_999, 899_999, 899_999, 899_999]);
  });

  it('S4 has full jitter: waits spread over the whole span', () => {
    const random = rehearsedRandom(7);
    const waits = Array.from({ length: 1_000 }, () => backOff(3, LONGEST, random));
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    expect(Math.min(...waits)).toBeLessThan(800);
    expect(Math.max(...waits)).toBeGreaterThan(15_200);
    expect(Math.abs(mean - 8_000)).toBeLessThan(800);
  });

  it('S4 while the server is not reached at all, the wait stays short', async () => {
    const rehearsal = new Rehearsal();
    rehearsal.record(1);
    rehearsal.always = 'unreachable before';
    const waits: number[] = [];
    for (let step = 0; step < 200; step += 1) waits.push(await rehearsal.step());
    expect(Math.max(...waits)).toBeLessThanOrEqual(LONGEST_UNREACHED);
    expect(Math.max(...waits)).toBeGreaterThan(LONGEST_UNREACHED / 2);
  });

  it('S4 while the server is there but cannot, the wait grows to many minutes', async () => {
    const rehearsal = new Rehearsal();
    rehearsal.record(1);
    rehearsal.always = 'internal';
    const waits: number[] = [];
    for (let step = 0; step < 100; step += 1) waits.push(await rehearsal.step());
    expect(Math.max(...waits)).toBeGreaterThan(10 * 60_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(LONGEST);
  });
});

describe('being woken', () => {
  it('S4 Retry-After is the least wait, and nothing cuts it short', async () => {
    const rehearsal = new Rehearsal();
    rehearsal.record(1);
    rehearsal.faults.push('unavailable with Retry-After');
    await rehearsal.step();
    rehearsal.wake('online');
    rehearsal.wake('requested');
    expect(await rehearsal.step()).toBe(0);
    expect(rehearsal.server.hellos).toHaveLength(0);
    const waited = await rehearsal.step();
    expect(waited).toBeGreaterThan(119_000);
    expect(rehearsal.server.hellos).toHaveLength(1);
  });

  it.each(['online', 'requested'] as const)('S4 %s ends a back-off at once', async (reason) => {
    const rehearsal = new Rehearsal();
    rehearsal.record(1);
    rehearsal.always = 'internal';
    for (let step = 0; step < 30; step += 1) await rehearsal.step();
    rehearsal.always = null;
    rehearsal.wake(reason);
    const before = rehearsal.time.monotonic();
    await rehearsal.drain();
    expect(rehearsal.time.monotonic() - before).toBeLessThan(1_000);
    expect(rehearsal.outbox.acknowledged).toHaveLength(1);
  });

  it('S4 a new response wakes an idle pump at once', async () => {
    const rehearsal = new Rehearsal();
    await rehearsal.step();
    await rehearsal.step();
    rehearsal.record(1);
    rehearsal.wake('recorded');
    await rehearsal.stepNow();
    expect(rehearsal.outbox.acknowledged).toHaveLength(1);
  });

  it('S4 a new response does not cut a back-off short', async () => {
    const rehearsal = new Rehearsal();
    rehearsal.record(1);
    rehearsal.always = 'internal';
    for (let step = 0; step < 30; step += 1) await rehearsal.step();
    const until = rehearsal.state.notBefore;
    rehearsal.record(1);
    rehearsal.wake('recorded');
    expect(rehearsal.state.notBefore).toBe(until);
  });

  it('H5 a wall clock that jumps by decades changes no wait and loses nothing', async () => {
    const rehearsal = new Rehearsal();
    rehearsal.record(2);
    await rehearsal.step();
    rehearsal.time.setWall(0);
    await rehearsal.drain();
    rehearsal.time.setWall(4_000_000_000_000);
    rehearsal.record(2);
    rehearsal.wake('recorded');
    await rehearsal.drain();
    expect(rehearsal.server.inbox.size).toBe(4);
  });
});
