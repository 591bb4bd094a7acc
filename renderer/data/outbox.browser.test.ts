import { describe, expect, it } from 'vitest';
import { aCommit } from './aCommit.ts';
import { aContact } from './aContact.ts';
import { aResponse } from './aResponse.ts';
import { blameItem } from './blameItem.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { parkQueued } from './outbox/moveQueued.ts';
import { pruneAcknowledged } from './pruneAcknowledged.ts';
import { readBatch } from './readBatch.ts';
import { readDeviceStatus } from './readDeviceStatus.ts';
import { readHealth } from './readHealth.ts';
import { recordContact, recordProblem } from './recordContact.ts';
import { recordResponse } from './recordResponse.ts';
import { rehearsedDevice } from './rehearsedDevice.ts';
import { requestSync } from './requestSync.ts';
import { settleBatch } from './settleBatch.ts';

const DAY = 86_400_000;

async function deviceWith(count: number) {
  const storage = rehearsedDevice();
  for (let index = 0; index < count; index += 1) await recordResponse(storage, aResponse(String(index)));
  return storage;
}

const seqsOf = async (storage: DeviceStorage, most = 500): Promise<number[]> =>
  (await readBatch(storage, most))?.items.map(({ seq }) => seq) ?? [];
const stored = (...seqs: number[]) => seqs.map((seq) => ({ seq, verdict: 'stored' as const }));

describe('reading what waits', () => {
  it('gives the oldest first, whole, and no more than asked for', async () => {
    const storage = await deviceWith(5);
    const batch = await readBatch(storage, 3);
    expect(batch?.items.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    const row = await storage.database.responses.get(2);
    expect(batch?.items[1]).toEqual({
      responseId: row?.responseId,
      rev: 1,
      seq: 2,
      contentHash: row?.contentHash,
      chain: row?.chain,
      payload: row?.payload,
    });
  });

  it('reads on after a number, and lets nothing parked in between', async () => {
    const storage = await deviceWith(5);
    await settleBatch(storage, [{ seq: 1, verdict: 'too_large' }]);
    await requestSync(storage);
    expect((await readBatch(storage, 2, 2))?.items.map(({ seq }) => seq)).toEqual([3, 4]);
    expect(await readBatch(storage, 2, 5)).toBeNull();
    expect((await readDeviceStatus(storage)).parked).toHaveLength(1);
  });

  it('gives nothing where nothing waits', async () => {
    expect(await readBatch(rehearsedDevice(), 10)).toBeNull();
  });

  it('bounds a batch of giants by their size, but never below one', async () => {
    const storage = rehearsedDevice();
    const giant = { answers: { '/data/comment': 'x'.repeat(3_000_000) } };
    for (let index = 0; index < 3; index += 1) await recordResponse(storage, aResponse('1', giant));
    expect(await seqsOf(storage)).toEqual([1]);
  });

  it('parks a row whose response cannot be read, keeps it, and reads on', async () => {
    const storage = await deviceWith(3);
    await storage.database.responses.update(1, { payload: 7 as never });
    await storage.database.responses.delete(2);
    expect(await seqsOf(storage)).toEqual([3]);
    expect((await readDeviceStatus(storage)).parked.map(({ seq, reason }) => [seq, reason])).toEqual([
      [1, 'unreadable'],
      [2, 'unreadable'],
    ]);
    expect(await storage.database.responses.get(1)).toMatchObject({ payload: 7 });
  });
});


describe('settling a batch', () => {
  it('A2 A5 takes the acknowledged out of the outbox and keeps their responses', async () => {
    const storage = await deviceWith(5);
    await settleBatch(storage, stored(1, 2, 3));
    expect(await seqsOf(storage)).toEqual([4, 5]);
    expect(await storage.database.responses.count()).toBe(5);
    expect(await storage.database.acknowledged.toArray()).toMatchObject([{ from: 1, to: 3 }]);
    expect((await readDeviceStatus(storage)).sync).toMatchObject({
      contactAt: storage.clock.wall,
      acknowledgedAt: storage.clock.wall,
    });
  });

  it('A2 leaves what has no acknowledging verdict, also in the middle', async () => {
    const storage = await deviceWith(5);
    await settleBatch(storage, [...stored(1, 2), { seq: 3, verdict: 'retry' }, ...stored(5)]);
    expect(await seqsOf(storage)).toEqual([3, 4]);
    expect(await storage.database.acknowledged.toArray()).toMatchObject([
      { from: 1, to: 2 },
      { from: 5, to: 5 },
    ]);
  });

  it('A3 parks bad_hash and too_large; a day later, or asked to sync now, each gets another try when nothing else waits', async () => {
    const storage = await deviceWith(3);
    await settleBatch(storage, [{ seq: 1, verdict: 'bad_hash' }, { seq: 2, verdict: 'too_large' }]);
    expect(await seqsOf(storage)).toEqual([3]);
    await settleBatch(storage, stored(3));
    expect(await seqsOf(storage)).toEqual([]);
    storage.clock.wall += DAY;
    expect(await seqsOf(storage)).toEqual([1]);
    await blameItem(storage, 1);
    expect((await readDeviceStatus(storage)).parked.map(({ seq }) => seq)).toEqual([1, 2]);
    await settleBatch(storage, []);
    await requestSync(storage);
    expect(await seqsOf(storage)).toEqual([1]);
  });

  it('A2 what was set apart while it was under way is acknowledged like the others', async () => {
    const storage = await deviceWith(3);
    await parkQueued(storage, 2);
    await settleBatch(storage, stored(1, 2));
    expect((await readDeviceStatus(storage)).parked).toEqual([]);
    expect(await seqsOf(storage)).toEqual([3]);
    expect(await storage.database.acknowledged.toArray()).toMatchObject([{ from: 1, to: 2 }]);
  });

  it('A3 a parked row waits no longer when the clock was set back by years', async () => {
    const storage = await deviceWith(1);
    await settleBatch(storage, [{ seq: 1, verdict: 'too_large' }]);
    storage.clock.wall = 0;
    expect(await seqsOf(storage)).toEqual([1]);
  });

  it('notes what is acknowledged but worth a look', async () => {
    const storage = await deviceWith(3);
    await settleBatch(storage, [...stored(1), { seq: 2, verdict: 'quarantined' }, { seq: 3, verdict: 'conflict' }]);
    expect((await readDeviceStatus(storage)).noted).toBe(2);
    expect(await storage.database.outbox.count()).toBe(0);
  });

  it('S3 the third failure alone parks', async () => {
    const storage = await deviceWith(2);
    await blameItem(storage, 1);
    await blameItem(storage, 1);
    expect(await seqsOf(storage)).toEqual([1, 2]);
    await blameItem(storage, 1);
    expect(await seqsOf(storage)).toEqual([2]);
    expect((await readDeviceStatus(storage)).parked).toMatchObject([{ seq: 1, reason: 'failed_alone' }]);
  });
});

describe('what is acknowledged', () => {
  it('stays 14 days and goes then; what waits or is parked never goes', async () => {
    const storage = await deviceWith(4);
    await settleBatch(storage, [...stored(1, 2), { seq: 3, verdict: 'too_large' }], await aCommit(storage, 7));
    await serverSays(storage, 13);
    await pruneAcknowledged(storage);
    expect(await storage.database.responses.count()).toBe(4);
    await serverSays(storage, 15);
    await pruneAcknowledged(storage);
    expect(await storage.database.responses.toCollection().primaryKeys()).toEqual([3, 4]);
    expect(await storage.database.acknowledged.count()).toBe(0);
  });

  it('stays while the clock of the server stands before the acknowledgement', async () => {
    const storage = await deviceWith(1);
    await settleBatch(storage, stored(1), await aCommit(storage, 7));
    await serverSays(storage, -1);
    await pruneAcknowledged(storage);
    expect(await storage.database.responses.count()).toBe(1);
  });
});

/** The server speaks, so many days after it acknowledged, and has all of that in its backup. */
const serverSays = (storage: Awaited<ReturnType<typeof deviceWith>>, days: number) =>
  recordContact(storage, aContact({ backupHorizon: 8, clockOffset: 7 + days * DAY - storage.clock.wall }));

describe('what the device says of itself', () => {
  it('H3 counts what waits and what is parked', async () => {
    const storage = await deviceWith(3);
    await settleBatch(storage, [{ seq: 1, verdict: 'too_large' }]);
    expect(await readHealth(storage)).toMatchObject({ waiting: 2, parked: 1, lastSeq: 3, oldestWaitingAt: 1_800_000_000_000 });
  });

  it('shows the last problem until things go well again', async () => {
    const storage = await deviceWith(1);
    await recordProblem(storage, { kind: 'device_unknown', detail: '', at: 1 }, true);
    expect((await readDeviceStatus(storage)).sync).toMatchObject({ stopped: true, problem: { kind: 'device_unknown' } });
    await recordContact(storage, aContact({ clockOffset: 5, highWater: 2 }));
    expect((await readDeviceStatus(storage)).sync).toMatchObject({ stopped: false, problem: null, highWater: 2, clockOffset: 5 });
  });
});
