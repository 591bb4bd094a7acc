import { describe, expect, it } from 'vitest';
import type { Fault } from './rehearsal/faultyNetwork.ts';
import { Rehearsal } from './rehearsal/rehearsePump.ts';

const sizes = (rehearsal: Rehearsal): number[] => rehearsal.server.pushes.map(({ items }) => items.length);
const times = (count: number, fault: Fault): Fault[] => Array.from({ length: count }, () => fault);

const MINUTE = 60_000;

/** A rehearsal whose device has a token already. */
async function afterHello(count: number): Promise<Rehearsal> {
  const rehearsal = new Rehearsal();
  rehearsal.record(count);
  await rehearsal.step();
  expect(rehearsal.server.hellos).toHaveLength(1);
  return rehearsal;
}

describe('the size of a batch', () => {
  it('S2 413 halves the batch at once, success doubles it again', async () => {
    const rehearsal = await afterHello(2_000);
    rehearsal.faults.push(...times(3, 'batch_too_large'));
    const before = rehearsal.time.monotonic();
    for (let push = 0; push < 3; push += 1) await rehearsal.step();
    expect(rehearsal.state.batchSize).toBe(62);
    expect(rehearsal.time.monotonic() - before).toBeLessThan(1_000);
    await rehearsal.drain();
    expect(sizes(rehearsal).slice(0, 5)).toEqual([62, 124, 248, 496, 500]);
  });

  it('S2 a time-out halves the batch and backs off', async () => {
    const rehearsal = await afterHello(600);
    rehearsal.faults.push('timed out before');
    await rehearsal.step();
    expect(rehearsal.state.batchSize).toBe(250);
    expect(rehearsal.state.pushFailures).toBe(1);
  });

  it('S2 a batch that packs into more than the limit is halved without being sent', async () => {
    const rehearsal = new Rehearsal();
    rehearsal.record(64, (index) => JSON.stringify({ index, text: 'x'.repeat(400_000) }));
    await rehearsal.drain();
    expect(rehearsal.outbox.waiting.size).toBe(0);
    expect(Math.max(...sizes(rehearsal))).toBeLessThan(15);
    expect(rehearsal.server.inbox.size).toBe(64);
  });

  it("S2 the server's limits hold", async () => {
    const rehearsal = new Rehearsal();
    rehearsal.server.limits = { ...rehearsal.server.limits, maxItems: 7, maxPackedItems: 7 };
    rehearsal.record(20);
    await rehearsal.drain();
    expect(sizes(rehearsal)).toEqual([7, 7, 6]);
  });
});

describe('a push under a renewed store epoch', () => {
  it.each([1, 20])('B10 says where that epoch begins, packed or not (%i)', async (count) => {
    const rehearsal = await afterHello(count);
    await rehearsal.outbox.renewEpoch();
    rehearsal.record(count);
    await rehearsal.drain();
    const said = rehearsal.server.pushes.map(({ storeEpoch, firstSeq }) => [storeEpoch, firstSeq]);
    expect(said).toEqual([
      ['epoch-1', 1],
      ['epoch-2', count + 1],
    ]);
  });
});

describe('what lies packed on the device', () => {
  it('B1 is sent as it lies, and settled by its verdicts', async () => {
    const rehearsal = await afterHello(600);
    await rehearsal.drain();
    expect(sizes(rehearsal)).toEqual([500, 100]);
    expect(rehearsal.server.inbox.size).toBe(600);
  });

  it('is unpacked and sent again at once where the server takes it for no batch', async () => {
    const rehearsal = await afterHello(20);
    rehearsal.outbox.spoiled = true;
    await rehearsal.step();
    expect(rehearsal.state).toMatchObject({ plain: true, stopped: false });
    await rehearsal.drain();
    expect(rehearsal.server.inbox.size).toBe(20);
    expect(rehearsal.outbox.problem).toBeNull();
  });
});

describe('an item that fails alone', () => {
  it('S3 is parked the third time and leaves the way free', async () => {
    const rehearsal = await afterHello(1);
    rehearsal.faults.push(...times(3, 'batch_too_large'));
    for (let push = 0; push < 3; push += 1) await rehearsal.step();
    expect([...rehearsal.outbox.parked.keys()]).toEqual([1]);
    rehearsal.record(1);
    await rehearsal.drain();
    expect(rehearsal.outbox.acknowledged.map(({ item }) => item.seq)).toEqual([2]);
  });

  const WAYS = {
    'a connection that breaks on it while hellos pass': (rehearsal: Rehearsal) => {
      rehearsal.ports.network.push = async () => ({ kind: 'timedOut' });
    },
    'the verdict `retry`': (rehearsal: Rehearsal) => {
      rehearsal.always = 'all retry';
    },
  } as const;

  it.each(Object.entries(WAYS))(
    'S3 V8 is parked for %s over minutes, not for seconds of it',
    async (_, fail) => {
      const rehearsal = await afterHello(1);
      const { time, outbox } = rehearsal;
      fail(rehearsal);
      const began = time.monotonic();
      const tryOften = async (until: () => boolean): Promise<void> => {
        for (let tries = 0; tries < 200 && !until(); tries += 1) {
          rehearsal.wake('online');
          await rehearsal.step();
          time.pass(5_000);
        }
      };
      await tryOften(() => time.monotonic() > began + MINUTE);
      expect(outbox.failures.get(1)).toBe(1);
      await tryOften(() => outbox.parked.size > 0);
      expect([...outbox.parked.keys()]).toEqual([1]);
      expect(time.monotonic() - began).toBeGreaterThan(4 * MINUTE);
      expect(time.monotonic() - began).toBeLessThan(6 * MINUTE);
    },
  );

  it('S3 is not blamed when the hello right after fails as well: the network comes and goes', async () => {
    const rehearsal = await afterHello(1);
    for (let round = 0; round < 5; round += 1) {
      rehearsal.faults.push('unreachable before', 'unreachable before', null, null);
      for (let step = 0; step < 3; step += 1) await rehearsal.step();
    }
    expect(rehearsal.server.hellos).toHaveLength(6);
    expect(rehearsal.outbox.failures.size).toBe(0);
    await rehearsal.drain();
    expect(rehearsal.outbox.acknowledged).toHaveLength(1);
  });

  it.each([
    'unreachable before',
    'timed out before',
    'captive portal',
    'unavailable with Retry-After',
  ] as const)('S3 is not blamed for a network that is down: %s', async (fault) => {
    const rehearsal = await afterHello(1);
    rehearsal.always = fault;
    for (let step = 0; step < 50; step += 1) await rehearsal.step();
    expect(rehearsal.outbox.parked.size).toBe(0);
    rehearsal.always = null;
    await rehearsal.drain();
    expect(rehearsal.outbox.acknowledged).toHaveLength(1);
  });
});

describe('tokens and refusals', () => {
  it.each([0, -600])('S5 a token that is said to last %i seconds is tried all the same', async (seconds) => {
    const rehearsal = new Rehearsal();
    rehearsal.server.tokenSeconds = seconds;
    rehearsal.record(20);
    await rehearsal.drain();
    expect(rehearsal.server.inbox.size).toBe(20);
    expect(rehearsal.server.hellos).toHaveLength(1);
  });

  it('S5 B6 an expired token costs one hello and nothing else', async () => {
    const rehearsal = await afterHello(3);
    rehearsal.server.expireTokens();
    await rehearsal.drain();
    expect(rehearsal.server.hellos).toHaveLength(2);
    expect(rehearsal.state.pushFailures).toBe(0);
    expect(rehearsal.server.inbox.size).toBe(3);
  });

  it('S5 tokens that are never good lead to back-off, not to a storm', async () => {
    const rehearsal = await afterHello(3);
    rehearsal.ports.network.push = async () => ({
      kind: 'reply',
      reply: rehearsal.server.refuse('token_invalid'),
    });
    const begin = rehearsal.time.monotonic();
    for (let step = 0; step < 100; step += 1) await rehearsal.step();
    expect(rehearsal.time.monotonic() - begin).toBeGreaterThan(60 * 60_000);
    expect(rehearsal.outbox.waiting.size).toBe(3);
  });

  it('S5 H4 an unknown device stops sending, keeps collecting, deletes nothing and starts again when the reason goes', async () => {
    const rehearsal = new Rehearsal();
    rehearsal.server.knowsDevice = false;
    rehearsal.record(2);
    for (let step = 0; step < 20; step += 1) await rehearsal.step();
    expect(rehearsal.outbox.stopped).toBe(true);
    expect(rehearsal.outbox.problem?.kind).toBe('device_unknown');
    expect(rehearsal.server.pushes).toHaveLength(0);
    expect(rehearsal.time.monotonic()).toBeGreaterThan(19 * 7 * 60_000);
    rehearsal.record(1);
    expect(rehearsal.outbox.waiting.size).toBe(3);
    rehearsal.server.knowsDevice = true;
    await rehearsal.drain();
    expect(rehearsal.server.inbox.size).toBe(3);
    expect(rehearsal.outbox.stopped).toBe(false);
  });

  it('H2 a newer survey of a hello is kept, the same one is not sent again', async () => {
    const rehearsal = new Rehearsal();
    rehearsal.server.questionnaireVersion = '2';
    await rehearsal.step();
    expect(rehearsal.outbox.surveys).toEqual(['2']);
  });

  it('H3 a hello goes out every minute, also when nothing waits', async () => {
    const rehearsal = await afterHello(0);
    while (rehearsal.time.monotonic() < 10 * 60_000) await rehearsal.step();
    expect(rehearsal.server.hellos.length).toBeGreaterThanOrEqual(9);
    expect(rehearsal.server.hellos.length).toBeLessThanOrEqual(12);
  });
});

describe('a storage that fails', () => {
  it('A5 is trouble like any other: back off, keep everything, go on', async () => {
    const rehearsal = await afterHello(5);
    rehearsal.outbox.brokenFor = 3;
    await rehearsal.step();
    await rehearsal.drain();
    expect(rehearsal.outbox.waiting.size).toBe(0);
    expect([...rehearsal.server.counted.values()].every((count) => count === 1)).toBe(true);
  });
});
