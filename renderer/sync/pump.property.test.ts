import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAULTS } from './rehearsal/faultyNetwork.ts';
import { Rehearsal } from './rehearsal/rehearsePump.ts';

const event = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: 'step' as const }) },
  { weight: 5, arbitrary: fc.constantFrom(...FAULTS).map((fault) => ({ kind: 'fault' as const, fault })) },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 1, max: 40 }).map((count) => ({ kind: 'record' as const, count })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('recorded', 'online', 'requested')
      .map((wake) => ({ kind: 'wake' as const, wake })),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 5 })
      .map((accesses) => ({ kind: 'broken storage' as const, accesses })),
  },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 4e12 }).map((now) => ({ kind: 'clock' as const, now })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 90_000_000 }).map((pause) => ({ kind: 'pause' as const, pause })),
  },
);
type Happening = typeof event extends fc.Arbitrary<infer One> ? One : never;

async function happen(rehearsal: Rehearsal, happening: Happening): Promise<void> {
  switch (happening.kind) {
    case 'step':
      await rehearsal.step();
      break;
    case 'fault':
      rehearsal.faults.push(happening.fault);
      await rehearsal.step();
      break;
    case 'record':
      rehearsal.record(happening.count);
      break;
    case 'restart':
      rehearsal.restart();
      break;
    case 'wake':
      rehearsal.wake(happening.wake);
      break;
    case 'broken storage':
      rehearsal.outbox.brokenFor = happening.accesses;
      break;
    case 'clock':
      rehearsal.time.setWall(happening.now);
      break;
    case 'pause':
      rehearsal.time.pass(happening.pause);
  }
}

/** Whatever is acknowledged, the server holds with that very hash; whatever was recorded is somewhere on the device. */
function checkNothingLost({ outbox, server }: Rehearsal): void {
  for (const { item } of outbox.acknowledged) {
    expect(server.inbox.has(`${item.responseId} 1 ${item.contentHash}`)).toBe(true);
  }
  const places = [
    ...outbox.waiting.keys(),
    ...outbox.parked.keys(),
    ...outbox.acknowledged.map(({ item }) => item.seq),
  ].sort((a, b) => a - b);
  expect(places).toEqual(Array.from({ length: outbox.lastSeq }, (_, index) => index + 1));
}

describe('the pump under any interleaving of faults, restarts and clocks', () => {
  it('A1 A2 A3 A4 A5 S2 S3 S4 S5 V9 loses nothing, doubles nothing, acknowledges nothing by mistake, and drains when the faults end', async () => {
    const runs = fc.asyncProperty(
      fc.array(event, { maxLength: 60 }),
      fc.nat(),
      fc.integer({ min: 1, max: 60 }),
      async (happenings, start, maxItems) => {
        const rehearsal = new Rehearsal(start);
        rehearsal.server.limits = { ...rehearsal.server.limits, maxItems, maxPackedItems: 2 * maxItems };
        for (const happening of happenings) {
          await happen(rehearsal, happening);
          checkNothingLost(rehearsal);
        }
        rehearsal.faults.length = 0;
        rehearsal.outbox.brokenFor = 0;
        // A parked item gets its next chance a day later, so a few days pass.
        for (let day = 0; day < 4; day += 1) {
          await rehearsal.drain(2_000);
          rehearsal.time.pass(86_400_001);
          for (let step = 0; step < 20; step += 1) await rehearsal.step();
        }
        checkNothingLost(rehearsal);
        expect(rehearsal.outbox.waiting.size + rehearsal.outbox.parked.size).toBe(0);
        expect(rehearsal.server.inbox.size).toBe(rehearsal.outbox.lastSeq);
        expect([...rehearsal.server.counted.values()].every((count) => count === 1)).toBe(true);
      },
    );
    await fc.assert(runs, { numRuns: 400 });
  });
});
