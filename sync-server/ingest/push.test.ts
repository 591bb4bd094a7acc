import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readVerdicts } from '../../core/protocol/index.ts';
import { sampleResponse, startTestServer, type TestServer } from '../testing/index.ts';

describe('push', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());
  const inbox = () => server.store.read.selectFrom('inbox').selectAll().execute();

  it('B1 takes 1 to 500 items and keeps payload, hash and place as they were sent', async () => {
    const device = await server.device();
    expect((await device.push([])).status).toBe(400);
    const items = Array.from({ length: 500 }, () => device.seal(sampleResponse()));
    const { body } = await device.push(items, { batchId: 'batch 1' });
    expect(new Set(body.items.map(({ verdict }) => verdict))).toEqual(new Set(['stored']));
    expect((await device.push([...items, items[0]])).status).toBe(400);
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

  it('B2 what is acknowledged can be read from the file by somebody else', async () => {
    const device = await server.device();
    const item = device.seal(sampleResponse());
    expect((await device.push([item])).body.items[0]?.verdict).toBe('stored');
    const file = new Database(join(server.folder, 'earshot.sqlite'), { readonly: true });
    const found = file.prepare('select content_hash from inbox where response_id = ?').get(item.responseId);
    file.close();
    expect(found).toEqual({ content_hash: item.contentHash });
  });

  it('B2 B5 when the commit fails, nothing is acknowledged and nothing is kept', async () => {
    const device = await server.device();
    const items = [device.seal(sampleResponse()), device.seal(sampleResponse())];
    const { rows } = await server.store.write((tx) =>
      sql<{ page_count: number }>`pragma page_count`.execute(tx),
    );
    const limit = (pages: number) =>
      server.store.write((tx) => sql.raw(`pragma max_page_count = ${String(pages)}`).execute(tx));
    await limit((rows[0]?.page_count ?? 0) + 2);
    const many = Array.from({ length: 200 }, () => device.seal(sampleResponse()));
    const refused = await device.push(many);
    expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable', retry: 'later' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await inbox()).toEqual([]);
    expect(await server.store.read.selectFrom('counter').selectAll().execute()).toEqual([]);
    await limit(1_000_000);
    expect(
      (await device.push([...items, ...many])).body.items.every(({ verdict }) => verdict === 'stored'),
    ).toBe(true);
  });

  it('B2 when all was written and only the commit itself fails, nothing is acknowledged', async () => {
    const device = await server.device();
    const item = device.seal(sampleResponse());
    const other = new Database(join(server.folder, 'earshot.sqlite'));
    // A debt that is called in by the commit, after every statement of the batch went well.
    other.exec(`create table debt (to_nobody integer references debt_nobody (id) deferrable initially deferred);
      create table debt_nobody (id integer primary key);
      create trigger debt after insert on inbox begin insert into debt values (1); end`);
    expect(await device.push([item])).toMatchObject({
      status: 500,
      body: { code: 'internal', retry: 'later' },
    });
    expect(await inbox()).toEqual([]);
    other.exec('drop trigger debt');
    other.close();
    expect((await device.push([item])).body.items[0]?.verdict).toBe('stored');
  });

  it('B2 while another program holds the database, the answer is 503 with Retry-After, then all goes on', async () => {
    const device = await server.device();
    const item = device.seal(sampleResponse());
    const other = new Database(join(server.folder, 'earshot.sqlite'));
    other.exec('begin immediate');
    const refused = await device.push([item]);
    expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    other.exec('rollback');
    other.close();
    expect((await device.push([item])).body.items[0]?.verdict).toBe('stored');
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
    await server.store.write((tx) =>
      sql
        .raw(
          `create trigger fault before insert on response when new.response_id = '${fault}'
           begin select raise(abort, 'fault'); end`,
        )
        .execute(tx),
    );
    const verdicts = (await device.push(items)).body.items.map(({ verdict }) => verdict);
    expect(verdicts).toEqual(items.map(({ responseId }) => (responseId === fault ? 'retry' : 'stored')));
    expect((await inbox()).map((row) => row.response_id)).not.toContain(fault);
    await server.store.write((tx) => sql`drop trigger fault`.execute(tx));
    const again = (await device.push(items)).body.items.map(({ verdict }) => verdict);
    expect(again).toEqual(items.map(({ responseId }) => (responseId === fault ? 'stored' : 'duplicate')));
  });

  it.each(['inbox', 'response', 'comment', 'counter', 'device_range'])(
    'B5 V8 when %s cannot be written, nothing of the response is, and it may come again',
    async (table) => {
      const device = await server.device();
      const item = device.seal(sampleResponse({ answers: { '/data/visit': '2', '/data/comment': 'slow' } }));
      await server.store.write((tx) =>
        sql
          .raw(`create trigger fault before insert on ${table} begin select raise(abort, 'fault'); end`)
          .execute(tx),
      );
      expect((await device.push([item])).body.items[0]?.verdict).toBe('retry');
      for (const each of ['inbox', 'response', 'comment', 'counter', 'device_range'] as const)
        expect(await server.store.read.selectFrom(each).selectAll().execute()).toEqual([]);
      await server.store.write((tx) => sql`drop trigger fault`.execute(tx));
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
