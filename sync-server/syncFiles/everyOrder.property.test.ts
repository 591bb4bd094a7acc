import fc from 'fast-check';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { folderStore, hashOf } from '../attachments/index.ts';
import { startTestServer, type TestServer } from '../testing/index.ts';
import { CarryingDevice } from './rehearsal/carryingDevice.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const step = fc.oneof(
  fc.record({ record: fc.boolean() }),
  fc.record({ push: fc.integer({ min: 1, max: 4 }), heard: fc.boolean() }),
  fc.record({ upload: fc.constant(true), heard: fc.boolean() }),
  fc.record({ save: fc.constant(true) }),
  fc.record({ bring: fc.nat(3), twice: fc.boolean() }),
  fc.record({ hear: fc.nat(5) }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

async function take(device: CarryingDevice, one: Step): Promise<void> {
  if ('record' in one) device.record(one.record);
  else if ('push' in one) await device.push(one.push, one.heard);
  else if ('upload' in one) await device.upload(one.heard);
  else if ('save' in one) await device.save();
  else if ('bring' in one) await device.bring(one.bring, one.twice);
  else device.hear(one.hear);
}

/** What no more trouble is in the way of: by file and receipt, or over the network. */
async function settle(device: CarryingDevice, byFile: boolean): Promise<void> {
  if (byFile) {
    await device.save();
    await device.bring(device.files - 1, false);
    device.hear(device.receipts - 1);
  } else {
    await device.push(500, true);
    while (device.photosWaiting.size > 0) await device.upload(true);
  }
}

const stored = ({ deviceId }: CarryingDevice) =>
  server.store.read
    .selectFrom('inbox')
    .where('device_id', '=', deviceId)
    .select(['response_id as responseId', 'rev', 'seq', 'content_hash as contentHash', 'conflict'])
    .orderBy('seq')
    .execute();

const counted = async ({ items }: CarryingDevice): Promise<number> => {
  const { count } = await server.store.read
    .selectFrom('response')
    .where(
      'response_id',
      'in',
      items.map(({ responseId }) => responseId),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
};

it('L9 L11 R4 every order and repetition of file, network and receipt ends in the same store, with nothing waiting', async () => {
  const contents = folderStore(join(server.folder, 'attachments'));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.boolean(), async (steps, byFile) => {
      const device = await CarryingDevice.enrolledAt(server);
      device.record(true);
      for (const one of steps) {
        await take(device, one);
        // Nothing is ever taken for delivered that is not there.
        const here = new Set((await stored(device)).map(({ seq }) => seq));
        for (const { seq } of device.items) expect(device.waiting.has(seq) || here.has(seq)).toBe(true);
      }
      await settle(device, byFile);
      expect([device.waiting.size, device.photosWaiting.size]).toEqual([0, 0]);
      expect(await stored(device)).toEqual(
        device.items.map(({ responseId, rev, seq, contentHash }) => ({
          responseId,
          rev,
          seq,
          contentHash,
          conflict: 0,
        })),
      );
      expect(await counted(device)).toBe(device.items.length);
      for (const { named } of device.photos) {
        const kept = await contents.read(named.sha256);
        expect(kept === null ? null : await hashOf(kept)).toBe(named.sha256);
      }
    }),
    { numRuns: 200 },
  );
});
