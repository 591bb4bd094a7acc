import { describe, expect, it } from 'vitest';
import type { Fault } from './rehearsal/faultyNetwork.ts';
import { Rehearsal } from './rehearsal/rehearsePump.ts';

describe('what acknowledges', () => {
  it('A1 A2 our reply with our hashes does, and the server has every one once', async () => {
    const { outbox, server, ...rehearsal } = await drained(1_200);
    expect(outbox.waiting.size).toBe(0);
    expect(outbox.acknowledged).toHaveLength(1_200);
    expect([...server.counted.values()].every((count) => count === 1)).toBe(true);
    expect(server.inbox.size).toBe(1_200);
    expect(server.pushes.map(({ items }) => items.length)).toEqual([500, 500, 200]);
    expect(rehearsal.faults).toEqual([]);
  });

  const spoiled: readonly Fault[] = [
    'captive portal',
    "another server's JSON",
    'broken body',
    'reply to another batch',
    'verdicts unknown',
    'verdicts of other hashes',
    'all retry',
    'unreachable before',
    'unreachable after',
    'timed out after',
    'internal',
    'unavailable with Retry-After',
    'too_many_requests',
    'proxy 413',
  ];

  it.each(spoiled)('A1 A4 F4 nothing is acknowledged by: %s', async (fault) => {
    const rehearsal = new Rehearsal();
    rehearsal.record(3);
    await rehearsal.step();
    rehearsal.faults.push(fault);
    await rehearsal.step();
    expect(rehearsal.outbox.acknowledged).toEqual([]);
    expect(rehearsal.outbox.waiting.size).toBe(3);
    expect(rehearsal.outbox.problem).not.toBeNull();
    await rehearsal.drain();
    expect(rehearsal.outbox.waiting.size).toBe(0);
    expect(rehearsal.outbox.problem).toBeNull();
    expect(rehearsal.server.inbox.size).toBe(3);
    expect([...rehearsal.server.counted.values()]).toEqual([1, 1, 1]);
  });

  it('A2 an item without a verdict of its own goes on waiting, its neighbours do not', async () => {
    const rehearsal = new Rehearsal();
    rehearsal.record(4);
    await rehearsal.step();
    rehearsal.faults.push('verdicts missing');
    await rehearsal.step();
    expect([...rehearsal.outbox.waiting.keys()]).toEqual([3, 4]);
    await rehearsal.drain();
    expect(rehearsal.outbox.acknowledged.map(({ item }) => item.seq)).toEqual([1, 2, 3, 4]);
    expect(rehearsal.server.inbox.size).toBe(4);
  });

  it('A3 bad_hash parks the item, its neighbours pass, and it is tried again a day later', async () => {
    const rehearsal = new Rehearsal();
    rehearsal.record(3);
    const second = rehearsal.outbox.waiting.get(2);
    if (second === undefined) throw new Error('recorded');
    rehearsal.outbox.waiting.set(2, { ...second, payload: 'torn' });
    await rehearsal.drain(3);
    expect([...rehearsal.outbox.parked.keys()]).toEqual([2]);
    expect(rehearsal.outbox.acknowledged.map(({ item }) => item.seq)).toEqual([1, 3]);
    const sent = rehearsal.server.pushes.length;
    rehearsal.time.pass(86_400_000);
    for (let step = 0; step < 4; step += 1) await rehearsal.step();
    expect(rehearsal.server.pushes.length).toBe(sent + 1);
    expect([...rehearsal.outbox.parked.keys()]).toEqual([2]);
  });

  it('V3 a quarantined response is acknowledged', async () => {
    const rehearsal = new Rehearsal();
    rehearsal.record(1, () => 'not JSON');
    await rehearsal.drain();
    expect(rehearsal.outbox.acknowledged.map(({ verdict }) => verdict)).toEqual(['quarantined']);
  });
});

async function drained(count: number): Promise<Rehearsal> {
  const rehearsal = new Rehearsal();
  rehearsal.record(count);
  await rehearsal.drain();
  return rehearsal;
}
