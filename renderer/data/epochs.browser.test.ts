import { describe, expect, it } from 'vitest';
import { CHAIN_START, chainHash } from '../../core/response/index.ts';
import { aContact } from './aContact.ts';
import { aResponse } from './aResponse.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { readFact } from './facts.ts';
import { readBatch } from './readBatch.ts';
import { readHealth } from './readHealth.ts';
import { recordContact } from './recordContact.ts';
import { recordResponse } from './recordResponse.ts';
import { rehearsedDevice } from './rehearsedDevice.ts';
import { rewindOutbox } from './rewindOutbox.ts';
import { rotateStoreEpoch } from './rotateStoreEpoch.ts';
import { settleBatch } from './settleBatch.ts';

const record = async (storage: DeviceStorage, count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) await recordResponse(storage, aResponse());
};
const acknowledge = (storage: DeviceStorage, ...seqs: number[]) =>
  settleBatch(
    storage,
    seqs.map((seq) => ({ seq, verdict: 'stored' as const })),
  );
const rewind = async (storage: DeviceStorage, highWater: number): Promise<number> =>
  rewindOutbox(storage, highWater, (await storage.database.responses.get(highWater))?.chain ?? null, 9);
const waitingSeqs = (storage: DeviceStorage) => storage.database.outbox.toCollection().primaryKeys();
const acknowledgedRanges = async (storage: DeviceStorage) =>
  (await storage.database.acknowledged.toArray()).map(({ from, to }) => [from, to]);

describe('H8 a store epoch of its own', () => {
  it('begins after the last number, and no batch mixes it with the former one', async () => {
    const storage = rehearsedDevice();
    await record(storage, 3);
    const before = await readHealth(storage);
    const epoch = await rotateStoreEpoch(storage);
    expect(epoch).not.toBe(before?.storeEpoch);
    await record(storage, 2);
    expect(await readHealth(storage)).toMatchObject({ storeEpoch: epoch, firstSeq: 4, lastSeq: 5 });
    const first = await readBatch(storage, 500);
    expect([first?.storeEpoch, first?.items.map(({ seq }) => seq)]).toEqual([before?.storeEpoch, [1, 2, 3]]);
    expect(first?.firstSeq).toBe(1);
    const second = await readBatch(storage, 500, 3);
    expect([second?.storeEpoch, second?.items.map(({ seq }) => seq)]).toEqual([epoch, [4, 5]]);
    expect(second?.firstSeq).toBe(4);
    const opening = second?.items[0];
    expect(opening?.chain).toBe(chainHash(CHAIN_START, 4, opening?.contentHash ?? ''));
  });

  it('can be asked for again and again; an epoch without a response leaves no trace', async () => {
    const storage = rehearsedDevice();
    await record(storage, 2);
    await rotateStoreEpoch(storage);
    const last = await rotateStoreEpoch(storage);
    const chain = await readFact(storage.database.meta, 'chain');
    expect(chain).toMatchObject({ storeEpoch: last, firstSeq: 3, former: [{ firstSeq: 1, lastSeq: 2 }] });
    expect(chain?.former).toHaveLength(1);
  });
});

describe('H6 what a server is known by', () => {
  const server = { serverEpoch: 'S', storeEpoch: 'former', highWater: 2, held: 2 };
  /** A device that was told to go on under a store epoch of its own, and what it knows after a push of it, or of the former one. */
  async function known(ofToday: boolean, held: number | null) {
    const storage = rehearsedDevice();
    await record(storage, 2);
    await recordContact(storage, aContact({ server }));
    const today = (await rotateStoreEpoch(storage)) ?? '';
    await record(storage, 1);
    const storeEpoch = ofToday ? today : 'former';
    await settleBatch(storage, [], { storeEpoch, serverNow: null, held });
    return { today, known: (await readHealth(storage))?.server };
  }

  it('is how much it holds of the store epoch of today, from the first push of it on', async () => {
    const { today, known: now } = await known(true, 1);
    expect(now).toEqual({ serverEpoch: 'S', storeEpoch: today, highWater: 0, held: 1 });
  });

  it('and of the one before until then', async () => {
    expect((await known(false, 3)).known).toEqual({ ...server, held: 3 });
    expect((await known(true, null)).known).toEqual(server);
  });

  it('never goes back to a former store epoch, of which something may still come', async () => {
    const storage = rehearsedDevice();
    await record(storage, 1);
    const former = (await readHealth(storage))?.storeEpoch ?? '';
    const today = (await rotateStoreEpoch(storage)) ?? '';
    await recordContact(storage, aContact({ server: { ...server, storeEpoch: today } }));
    await settleBatch(storage, [], { storeEpoch: former, serverNow: null, held: 9 });
    expect((await readHealth(storage))?.server).toEqual({ ...server, storeEpoch: today });
  });
});

describe('H6 a server that was restored', () => {
  it('gets again what it acknowledged after its high water, and nothing before', async () => {
    const storage = rehearsedDevice();
    await record(storage, 8);
    await acknowledge(storage, 1, 2, 3);
    await acknowledge(storage, 4, 5, 6);
    const rows = await storage.database.responses.toArray();
    expect(await rewind(storage, 4)).toBe(2);
    expect(await waitingSeqs(storage)).toEqual([5, 6, 7, 8]);
    expect(await acknowledgedRanges(storage)).toEqual([
      [1, 3],
      [4, 4],
    ]);
    expect(await storage.database.responses.toArray()).toEqual(rows);
    expect((await storage.database.outbox.get(5))?.characters).toBe(rows[4]?.payload.length);
    expect(await rewind(storage, 4)).toBe(0);
  });

  it('gets everything where another copy of the device filled the place of its high water', async () => {
    const storage = rehearsedDevice();
    await record(storage, 3);
    await acknowledge(storage, 1, 2, 3);
    expect(await rewindOutbox(storage, 2, 'f'.repeat(64), 9)).toBe(3);
    expect(await waitingSeqs(storage)).toEqual([1, 2, 3]);
  });

  it('gets everything kept of former epochs, of which it said nothing', async () => {
    const storage = rehearsedDevice();
    await record(storage, 2);
    await rotateStoreEpoch(storage);
    await record(storage, 2);
    await acknowledge(storage, 1, 2);
    await acknowledge(storage, 3, 4);
    expect(await rewind(storage, 3)).toBe(3);
    expect(await waitingSeqs(storage)).toEqual([1, 2, 4]);
  });

  it('all of it or nothing: where one write fails, everything stays acknowledged', async () => {
    const storage = rehearsedDevice();
    await record(storage, 2);
    await acknowledge(storage, 1, 2);
    storage.database.acknowledged.hook('deleting', () => {
      throw new Error('no');
    });
    await expect(rewind(storage, 0)).rejects.toThrow('no');
    expect(await waitingSeqs(storage)).toEqual([]);
    expect(await acknowledgedRanges(storage)).toEqual([[1, 2]]);
  });

  it('takes more than one reading of rows', async () => {
    const storage = rehearsedDevice();
    const { responses, outbox } = storage.database;
    await record(storage, 1);
    const row = await responses.get(1);
    await responses.bulkPut(
      Array.from({ length: 1_200 }, (_, index) => ({
        ...row,
        seq: index + 1,
        responseId: `r${index}`,
        rev: 1,
        payload: '{}',
        contentHash: '',
        chain: '',
        recordedAt: index,
      })),
    );
    await outbox.clear();
    await storage.database.acknowledged.put({ from: 1, to: 1_200, at: 0 });
    expect(await rewind(storage, 100)).toBe(1_100);
    expect(await outbox.count()).toBe(1_100);
  });
});
