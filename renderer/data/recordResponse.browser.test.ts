import { afterEach, describe, expect, it, vi } from 'vitest';
import { CHAIN_START, chainHash, sealResponse } from '../../core/response/index.ts';
import { aResponse } from './aResponse.ts';
import { readFact } from './facts.ts';
import { recordResponse } from './recordResponse.ts';
import { rehearsedDevice } from './rehearsedDevice.ts';
import { saveDraft } from './saveDraft.ts';

afterEach(() => vi.restoreAllMocks());

describe('recording a response', () => {
  it('writes response, outbox row, sequence and chain, and ends the draft', async () => {
    const storage = rehearsedDevice();
    const { database } = storage;
    const first = aResponse('5');
    const second = aResponse('1');
    await saveDraft(storage, first);
    expect(await recordResponse(storage, first)).toMatchObject({ ok: true, value: { seq: 1, rev: 1 } });
    expect(await recordResponse(storage, second)).toMatchObject({ ok: true, value: { seq: 2, rev: 1 } });
    const head = chainHash(chainHash(CHAIN_START, 1, sealResponse(first).contentHash), 2, sealResponse(second).contentHash);
    expect(await readFact(database.meta, 'chain')).toMatchObject({ lastSeq: 2, head });
    expect((await database.responses.toArray()).map(({ payload }) => payload)).toEqual([
      sealResponse(first).payload,
      sealResponse(second).payload,
    ]);
    expect((await database.responses.get(2))?.chain).toBe(head);
    expect(await database.outbox.toCollection().primaryKeys()).toEqual([1, 2]);
    expect(await database.drafts.count()).toBe(0);
  });

  it('asks the browser to flush to the disk before it reports a commit', async () => {
    const storage = rehearsedDevice();
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await recordResponse(storage, aResponse());
    await saveDraft(storage, aResponse());
    const writing = transactions.mock.results
      .map(({ value }) => value as IDBTransaction)
      .filter(({ mode }) => mode === 'readwrite');
    expect(writing.map(({ durability }) => durability)).toEqual(['strict', 'strict']);
  });

  it('writes everything in one transaction: when one write fails, nothing is left', async () => {
    const storage = rehearsedDevice();
    await recordResponse(storage, aResponse());
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const failed = await recordResponse(storage, aResponse());
    expect(failed).toMatchObject({ ok: false, error: { kind: 'full' } });
    vi.restoreAllMocks();
    expect(await storage.database.responses.count()).toBe(1);
    expect(await storage.database.outbox.count()).toBe(1);
    expect(await recordResponse(storage, aResponse())).toMatchObject({ ok: true, value: { seq: 2 } });
  });

  it('answers the same place when asked again with the same response', async () => {
    const storage = rehearsedDevice();
    const response = aResponse();
    const once = await recordResponse(storage, response);
    await saveDraft(storage, response);
    expect(await recordResponse(storage, response)).toEqual(once);
    expect(await storage.database.outbox.count()).toBe(1);
    expect(await storage.database.drafts.count()).toBe(0);
  });

  it('keeps other contents under the same id as the next revision', async () => {
    const storage = rehearsedDevice();
    const response = aResponse('3');
    await recordResponse(storage, response);
    expect(await recordResponse(storage, { ...response, answers: { '/data/face': '5' } })).toMatchObject({
      ok: true,
      value: { seq: 2, rev: 2 },
    });
    expect(await recordResponse(storage, { ...response, answers: { '/data/face': '5' } })).toMatchObject({
      ok: true,
      value: { seq: 2, rev: 2 },
    });
    expect(await storage.database.responses.count()).toBe(2);
  });

  it('never gives a sequence number twice, however many are recorded at once', async () => {
    const storage = rehearsedDevice();
    const other = { ...storage, ...rehearsedDevice(storage.database.name) };
    const results = await Promise.all(
      Array.from({ length: 60 }, (_, index) => recordResponse(index % 2 === 0 ? storage : other, aResponse())),
    );
    const seqs = results.map((result) => (result.ok ? result.value.seq : 0)).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });

  it('goes on in a new epoch when the row of the sequence is lost', async () => {
    const storage = rehearsedDevice();
    await recordResponse(storage, aResponse());
    const before = await readFact(storage.database.meta, 'chain');
    await storage.database.meta.delete('chain');
    expect(await recordResponse(storage, aResponse())).toMatchObject({ ok: true, value: { seq: 2 } });
    const after = await readFact(storage.database.meta, 'chain');
    expect(after?.lastSeq).toBe(2);
    expect(after?.storeEpoch).not.toBe(before?.storeEpoch);
  });

  it('makes a random store epoch with each created database', async () => {
    const epochs = await Promise.all(
      [rehearsedDevice(), rehearsedDevice()].map(async (storage) => {
        await recordResponse(storage, aResponse());
        return (await readFact(storage.database.meta, 'chain'))?.storeEpoch;
      }),
    );
    expect(new Set(epochs).size).toBe(2);
  });
});
