import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readVerdicts } from '../../core/protocol/index.ts';
import { refuseRows, sampleResponse, startTestServer, type TestServer } from '../testing/index.ts';

describe('push', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());
  const inbox = () => server.store.read.selectFrom('inbox').selectAll().execute();

  it('B1 B11 takes 1 to 1,000 items and keeps payload, hash and place as they were sent', async () => {
    const device = await server.device();
    expect((await device.push([])).status).toBe(400);
    const items = Array.from({ length: 500 }, () => device.seal(sampleResponse()));
    const { body } = await device.push(items, { batchId: 'batch 1' });
    expect(new Set(body.items.map(({ verdict }) => verdict))).toEqual(new Set(['stored']));
    expect((await device.push(Array.from({ length: 1_001 }, () => items[0]))).status).toBe(400);
    const rows = await inbox();
    expect(rows).toHaveLength(500);
    for (const [index, row] of rows.entries()) {
      const sent = items[index];
      expect(row.payload.toString('utf8')).toBe(sent?.payload);
      expect(row).toMatchObject({ content_hash: sent?.contentHash, seq: sent?.seq, chain: sent?.chain });
      expect(row).toMatchObject({
        batch_id: 'batch 1',
        device_id: device.deviceId,
        store_epoch: device.storeEpoch,
      });
    }
  });

  it('B9 asked to be brief, names what is not stored, and says the rest by count and digest', async () => {
    const device = await server.device();
    const items = Array.from({ length: 4 }, () => device.seal(sampleResponse()));
    const spoiled = items.map((item, index) => (index === 2 ? { ...item, payload: '{}' } : item));
    const { body } = await device.push(spoiled, { brief: true });
    expect(body.items).toMatchObject([{ responseId: items[2]?.responseId, verdict: 'bad_hash' }]);
    const verdicts = ['stored', 'stored', 'bad_hash', 'stored'];
    expect(readVerdicts(body, body.batchId, items)).toEqual(verdicts);
    const again = await device.push(items, { brief: true });
    expect(readVerdicts(again.body, again.body.batchId, items)).toEqual(
      verdicts.map((verdict) => (verdict === 'stored' ? 'duplicate' : 'stored')),
    );
  });

  it('B11 an item that says nothing of the chain follows on the one before it', async () => {
    const device = await server.device();
    const items = Array.from({ length: 5 }, () => device.seal(sampleResponse()));
    const spoiled = items.map((item, index) => (index === 2 ? { ...item, payload: '{}' } : item));
    const lean = spoiled.map(({ chain, ...item }, index) => (index === 0 ? { ...item, chain } : item));
    const { body } = await device.push(lean);
    const verdicts = body.items.map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['stored', 'stored', 'bad_hash', 'stored', 'stored']);
    const sent = items.filter((_, index) => index !== 2).map(({ chain }) => chain);
    expect((await inbox()).map(({ chain }) => chain)).toEqual(sent);
    const { chain: _, ...first } = device.seal(sampleResponse());
    expect((await device.push([first])).body.items[0]?.verdict).toBe('quarantined');
  });

  it('B3 echoes the batch and speaks of each item in its order, with id, revision and hash', async () => {
    const device = await server.device();
    const items = Array.from({ length: 7 }, () => device.seal(sampleResponse()));
    const bad = { ...items[3], contentHash: '0'.repeat(64) };
    const sent = [items[0], items[1], items[0], bad, items[4]];
    const { body } = await device.push(sent, { batchId: 'mine' });
    expect(body).toMatchObject({ protocol: 1, serverId: server.store.serverId, batchId: 'mine' });
    expect(body.items.map(({ responseId, rev, contentHash }) => ({ responseId, rev, contentHash }))).toEqual(
      sent.map((item) => ({ responseId: item?.responseId, rev: item?.rev, contentHash: item?.contentHash })),
    );
    expect(body.items.map(({ verdict }) => verdict)).toEqual([
      'stored',
      'stored',
      'duplicate',
      'bad_hash',
      'stored',
    ]);
  });

  it('B4 an item that makes the store fail is told to come again, its neighbours pass', async () => {
    const device = await server.device();
    const items = Array.from({ length: 100 }, () => device.seal(sampleResponse()));
    const fault = items[41]?.responseId ?? '';
    const allow = await refuseRows(server.store, 'response', fault);
    const verdicts = (await device.push(items)).body.items.map(({ verdict }) => verdict);
    expect(verdicts).toEqual(items.map(({ responseId }) => (responseId === fault ? 'retry' : 'stored')));
    expect((await inbox()).map((row) => row.response_id)).not.toContain(fault);
    await allow();
    const again = (await device.push(items)).body.items.map(({ verdict }) => verdict);
    expect(again).toEqual(items.map(({ responseId }) => (responseId === fault ? 'stored' : 'duplicate')));
  });

  it.each(['inbox', 'response', 'comment', 'counter', 'device_range'] as const)(
    'B5 V8 when %s cannot be written, nothing of the response is, and it may come again',
    async (table) => {
      const device = await server.device();
      const item = device.seal(sampleResponse({ answers: { '/data/visit': '2', '/data/comment': 'slow' } }));
      const allow = await refuseRows(server.store, table);
      expect((await device.push([item])).body.items[0]?.verdict).toBe('retry');
      for (const each of ['inbox', 'response', 'comment', 'counter', 'device_range'] as const)
        expect(await server.store.read.selectFrom(each).selectAll().execute()).toEqual([]);
      await allow();
      expect((await device.push([item])).body.items[0]?.verdict).toBe('stored');
    },
  );

  it('B6 without a good token nothing is read of the push', async () => {
    const device = await server.device();
    const { token } = device;
    for (const wrong of ['', 'unknown']) {
      device.token = wrong;
      const refused = await device.push([{ not: 'even an item' }], { items: 'no list' });
      expect(refused).toMatchObject({ status: 401, body: { code: 'token_invalid', retry: 'afterHello' } });
    }
    device.token = token;
    server.clock.advance(3_600_000);
    expect((await device.push([device.seal(sampleResponse())])).status).toBe(401);
    await device.hello();
    expect((await device.push([device.seal(sampleResponse())])).status).toBe(200);
  });

  it('B7 the token of one device does not send for another', async () => {
    const [device, other] = [await server.device(), await server.device()];
    const refused = await device.push([device.seal(sampleResponse())], { deviceId: other.deviceId });
    expect(refused).toMatchObject({ status: 403, body: { code: 'device_mismatch', retry: 'never' } });
    expect(await inbox()).toEqual([]);
  });
});
