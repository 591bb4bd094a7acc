import { describe, expect, it } from 'vitest';
import { aCommit } from '../aCommit.ts';
import { aContact } from '../aContact.ts';
import { aResponse } from '../aResponse.ts';
import { blameItem } from '../blameItem.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { pruneAcknowledged } from '../pruneAcknowledged.ts';
import { readBatch, readForSending } from '../readBatch.ts';
import { readDeviceStatus } from '../readDeviceStatus.ts';
import { recordContact } from '../recordContact.ts';
import { recordResponse } from '../recordResponse.ts';
import { rehearsedDevice } from '../rehearsedDevice.ts';
import { requestSync } from '../requestSync.ts';
import { rewindOutbox } from '../rewindOutbox.ts';
import { rotateStoreEpoch } from '../rotateStoreEpoch.ts';
import { settleBatch } from '../settleBatch.ts';
import { compactOutbox } from './compactOutbox.ts';
import { readResponses } from './recorded.ts';
import { waitingNumbers } from './waiting.ts';

const SIZE = 5;
const small = { size: SIZE, youngerThan: 0 };

const record = async (storage: DeviceStorage, count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) await recordResponse(storage, aResponse(String(index)));
};

/** A device whose responses lie in segments, as far as they fill some. */
async function deviceWith(count: number) {
  const storage = rehearsedDevice();
  await record(storage, count);
  while (await compactOutbox(storage, small));
  return storage;
}
const batchOf = (storage: DeviceStorage, most = 500, after = 0) => readBatch(storage, most, after);
const seqsOf = async (storage: DeviceStorage, most = 500, after = 0) =>
  (await batchOf(storage, most, after))?.items.map(({ seq }) => seq) ?? [];
const stored = (...seqs: number[]) => seqs.map((seq) => ({ seq, verdict: 'stored' as const }));
const shape = async ({ database }: DeviceStorage) => ({
  segments: await database.segments.toCollection().primaryKeys(),
  rows: await database.responses.toCollection().primaryKeys(),
});
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('what waits, put together', () => {
  it('is read as it was recorded, item by item', async () => {
    const storage = rehearsedDevice();
    await record(storage, 12);
    const before = [...((await batchOf(storage, 5))?.items ?? []), ...((await batchOf(storage, 5, 5))?.items ?? [])];
    while (await compactOutbox(storage, small));
    expect(await shape(storage)).toEqual({
      segments: [
        [1, 5],
        [6, 10],
      ],
      rows: [11, 12],
    });
    expect((await batchOf(storage, 500))?.items).toEqual(before);
    expect(await seqsOf(storage, 500, 10)).toEqual([11, 12]);
    expect(await seqsOf(storage, 3, 3)).toEqual([4, 5]);
    const wanted = { maxItems: 500, maxPackedItems: 9, after: 0 };
    const packed = await readForSending(storage, wanted);
    expect(packed).toMatchObject({ places: before.slice(0, 5).map(({ seq }) => ({ seq })) });
    expect(await readForSending(storage, { ...wanted, maxPackedItems: 10 })).toMatchObject({
      places: before.slice(0, 10).map(({ responseId, seq }) => ({ responseId, seq })),
    });
    expect(await readForSending(storage, { ...wanted, maxPackedItems: 4 })).toHaveProperty('items');
    expect((await readDeviceStatus(storage)).waiting).toBe(12);
    expect((await readDeviceStatus(storage)).oldestWaitingAt).toBe(1_800_000_000_000);
  });

  it('leaves alone what is young, what is damaged, and what would break the chain', async () => {
    const storage = rehearsedDevice();
    await record(storage, 5);
    expect(await compactOutbox(storage, { ...small, youngerThan: 1 })).toBe(false);
    await storage.database.responses.update(3, { payload: 7 as never });
    await record(storage, 5);
    while (await compactOutbox(storage, small));
    expect((await shape(storage)).rows).toContain(3);
    await rotateStoreEpoch(storage);
    await record(storage, 5);
    while (await compactOutbox(storage, small));
    const { segments } = await shape(storage);
    expect(segments.some(([from, to]) => from <= 10 && to > 10)).toBe(false);
    expect(segments.some(([from, to]) => from === 11 && to === 15)).toBe(true);
  });

  it('all of it or nothing: where one write fails, the rows stay', async () => {
    const storage = rehearsedDevice();
    await record(storage, 5);
    storage.database.waitingRuns.hook('creating', () => {
      throw new Error('no');
    });
    await expect(compactOutbox(storage, small)).rejects.toThrow('no');
    expect(await shape(storage)).toEqual({ segments: [], rows: upTo(5) });
    expect(await seqsOf(storage)).toEqual(upTo(5));
  });

  it('is recorded once: asked again, it answers its place, and other contents become the next revision', async () => {
    const storage = rehearsedDevice();
    const response = aResponse('1');
    await recordResponse(storage, response);
    await record(storage, 4);
    await compactOutbox(storage, small);
    expect(await recordResponse(storage, response)).toMatchObject({ ok: true, value: { seq: 1, rev: 1 } });
    const changed = { ...response, answers: { '/data/face': '5' } };
    expect(await recordResponse(storage, changed)).toMatchObject({ ok: true, value: { seq: 6, rev: 2 } });
    expect(await recordResponse(storage, changed)).toMatchObject({ ok: true, value: { seq: 6, rev: 2 } });
  });
});

describe('settling what was put together', () => {
  it('acknowledges a segment with as many writes as one response takes', async () => {
    const storage = await deviceWith(10);
    const segments = await storage.database.segments.toArray();
    await settleBatch(storage, stored(...upTo(10)));
    expect(await seqsOf(storage)).toEqual([]);
    expect(await storage.database.acknowledged.toArray()).toMatchObject([{ from: 1, to: 10 }]);
    expect(await storage.database.segments.toArray()).toEqual(segments);
  });

  it('lets what was refused or not answered go on by itself', async () => {
    const storage = await deviceWith(10);
    await settleBatch(storage, [
      ...stored(1, 2),
      { seq: 3, verdict: 'too_large' },
      { seq: 4, verdict: 'retry' },
      ...stored(5, 6, 8, 9, 10),
      { seq: 7, verdict: 'bad_hash' },
    ]);
    expect(await seqsOf(storage)).toEqual([4]);
    const { parked } = await readDeviceStatus(storage);
    expect(parked).toMatchObject([
      { seq: 3, reason: 'too_large', recordedAt: 1_800_000_000_000 },
      { seq: 7, reason: 'bad_hash' },
    ]);
    await settleBatch(storage, stored(4));
    await requestSync(storage);
    expect(await seqsOf(storage)).toEqual([3]);
    await settleBatch(storage, stored(3));
    expect(await seqsOf(storage)).toEqual([7]);
  });

  it('S3 blames one alone, three times', async () => {
    const storage = await deviceWith(5);
    await blameItem(storage, 2);
    await blameItem(storage, 2);
    expect(await waitingNumbers(storage.database)).toEqual([{ from: 1, to: 5 }]);
    await blameItem(storage, 2);
    expect((await readDeviceStatus(storage)).parked).toMatchObject([{ seq: 2, reason: 'failed_alone' }]);
    expect(await waitingNumbers(storage.database)).toEqual([
      { from: 1, to: 1 },
      { from: 3, to: 5 },
    ]);
  });

  it('parks what can not be unpacked, and keeps it', async () => {
    const storage = await deviceWith(5);
    await storage.database.segments.update([1, 5], { packed: new ArrayBuffer(3) });
    await record(storage, 1);
    expect(await seqsOf(storage)).toEqual([6]);
    expect((await readDeviceStatus(storage)).parked.map(({ reason }) => reason)).toEqual(
      upTo(5).map(() => 'unreadable'),
    );
    expect((await shape(storage)).segments).toEqual([[1, 5]]);
  });
});

describe('H6 H7 keeping and sending again what was put together', () => {
  /** By the server's clock; its backup holds everything by then. */
  const twoWeeksLater = async (storage: DeviceStorage): Promise<void> => {
    await recordContact(storage, aContact({ backupHorizon: 8 }));
    await pruneAcknowledged(storage);
  };

  it('waits again after the high water, in the middle of a segment, too', async () => {
    const storage = await deviceWith(12);
    await settleBatch(storage, stored(...upTo(12)));
    const [eighth] = await readResponses(storage.database, [8]);
    expect(await rewindOutbox(storage, 8, eighth?.chain ?? '', 9)).toBe(4);
    expect(await waitingNumbers(storage.database)).toEqual([{ from: 9, to: 12 }]);
    expect(await seqsOf(storage)).toEqual([9, 10]);
    expect(await seqsOf(storage, 500, 10)).toEqual([11, 12]);
  });

  it('is forgotten as a whole segment, and not before its last response', async () => {
    const storage = await deviceWith(10);
    await settleBatch(storage, stored(...upTo(4), ...upTo(10).slice(5)), await aCommit(storage, 7));
    await twoWeeksLater(storage);
    expect((await shape(storage)).segments).toEqual([[1, 5]]);
    expect(await seqsOf(storage)).toEqual([5]);
    await settleBatch(storage, stored(5), await aCommit(storage, 7));
    await twoWeeksLater(storage);
    expect(await shape(storage)).toEqual({ segments: [], rows: [] });
  });

  it('takes, once acknowledged, as much of the cap as it takes of the disk: what it is packed, not what it says', async () => {
    const storage = rehearsedDevice();
    await record(storage, 40);
    const [row] = await storage.database.responses.toArray();
    await compactOutbox(storage, { size: 40, youngerThan: 0 });
    await settleBatch(storage, stored(...upTo(10)));
    await settleBatch(storage, stored(...upTo(40).slice(10)));
    const ranges = await storage.database.acknowledged.toArray();
    const bytes = ranges[0]?.bytesEach ?? 0;
    expect(ranges.map(({ bytesEach }) => bytesEach)).toEqual([bytes, bytes]);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(row?.payload.length ?? 0);
    await pruneAcknowledged(storage, 40 * bytes);
    expect((await shape(storage)).segments).toEqual([[1, 40]]);
    await pruneAcknowledged(storage, 0);
    expect(await shape(storage)).toEqual({ segments: [], rows: [] });
  });
});
