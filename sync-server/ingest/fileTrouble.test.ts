import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleResponse, startTestServer, type TestServer } from '../testing/index.ts';

describe('push into a SQLite file', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());
  const inbox = () => server.store.read.selectFrom('inbox').selectAll().execute();

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

  it('B2 while the database can only be read, the answer is 503 with Retry-After, then all goes on without a restart', async () => {
    const device = await server.device();
    const item = device.seal(sampleResponse());
    const posted = vi.spyOn(Worker.prototype, 'postMessage');
    await server.store.write((tx) => sql`select 'who writes'`.execute(tx));
    const which = posted.mock.calls.findIndex(([task]) => JSON.stringify(task).includes('who writes'));
    const writer = posted.mock.contexts[which] as Worker;
    posted.mockRestore();
    const setQueryOnly = (to: string): void => {
      writer.postMessage([{ what: 'run', text: `pragma query_only = ${to}`, parameters: [] }]);
    };
    setQueryOnly('on');
    const refused = await device.push([item]);
    expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable', retry: 'later' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.body).not.toHaveProperty('items');
    expect(await inbox()).toEqual([]);
    setQueryOnly('off');
    expect((await device.push([item])).body.items[0]?.verdict).toBe('stored');
    expect(await inbox()).toHaveLength(1);
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
});
