import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Rehearsal } from './rehearsal/rehearsePump.ts';
import { runPump } from './runPump.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A rehearsal whose clock passes with the fake timers. */
function running(rehearsal = new Rehearsal()) {
  const begin = performance.now();
  const clock = { now: () => Date.now(), monotonic: () => performance.now() - begin };
  return { rehearsal, pump: runPump({ ...rehearsal.ports, clock }) };
}

describe('the running pump', () => {
  it('S4 sends what is recorded as soon as it is woken', async () => {
    const { rehearsal, pump } = running();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(rehearsal.server.hellos).toHaveLength(1);
    rehearsal.record(3);
    pump.wake('recorded');
    await vi.advanceTimersByTimeAsync(0);
    expect(rehearsal.server.inbox.size).toBe(3);
    await pump.stop();
  });

  it('S4 finds by itself what nobody woke it for', async () => {
    const { rehearsal, pump } = running();
    await vi.advanceTimersByTimeAsync(1_000);
    rehearsal.record(1);
    await vi.advanceTimersByTimeAsync(70_000);
    expect(rehearsal.server.inbox.size).toBe(1);
    await pump.stop();
  });

  it('S4 does not miss being woken in the middle of a step', async () => {
    const rehearsal = new Rehearsal();
    rehearsal.faults.push('internal');
    const { outbox } = rehearsal;
    const recordProblem = outbox.recordProblem.bind(outbox);
    outbox.recordProblem = (...problem) => {
      pump.wake('online');
      return recordProblem(...problem);
    };
    const { pump } = running(rehearsal);
    await vi.advanceTimersByTimeAsync(0);
    expect(rehearsal.server.hellos.length).toBeGreaterThan(0);
    await pump.stop();
  });

  it('S4 "sync now" in the middle of a hello means another one after it', async () => {
    const rehearsal = new Rehearsal();
    const { outbox, server } = rehearsal;
    const recordContact = outbox.recordContact.bind(outbox);
    outbox.recordContact = (...contact) => {
      if (server.hellos.length === 1) pump.wake('requested');
      return recordContact(...contact);
    };
    const { pump } = running(rehearsal);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.hellos).toHaveLength(2);
    await pump.stop();
  });

  it.each([0, 1_000])('ends at once, %i ms after its start', async (after) => {
    const { pump } = running();
    if (after > 0) await vi.advanceTimersByTimeAsync(after);
    const ended = vi.fn();
    void pump.stop().then(ended);
    await vi.advanceTimersByTimeAsync(0);
    expect(ended).toHaveBeenCalled();
  });
});
