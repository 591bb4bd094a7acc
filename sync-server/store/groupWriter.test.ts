import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../systemPorts.ts';
import { RehearsedClock } from '../testing/index.ts';
import { insertRows, openStore, type Store, type Tx } from './index.ts';

const erase = (tx: Tx, id: string) =>
  insertRows(tx, 'tombstone', [{ tenant_id: 'main', response_id: id, erased_at: 1 }]);

describe('writing together', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-'));
    const opened = await openStore(folder, new RehearsedClock(1), systemRandom);
    if (!opened.ok) throw new Error(opened.error);
    store = opened.value;
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const erased = async () =>
    (await store.read.selectFrom('tombstone').select('response_id').orderBy('response_id').execute()).map(
      (row) => row.response_id,
    );

  it('what comes in during a commit shares the next one, in the order it came', async () => {
    const transactions: Tx[] = [];
    const write = (id: string) =>
      store.write(async (tx) => {
        transactions.push(tx);
        await erase(tx, id);
        return id;
      });
    expect(await Promise.all(['a', 'b', 'c', 'd'].map(write))).toEqual(['a', 'b', 'c', 'd']);
    expect(transactions.map((tx) => transactions.indexOf(tx))).toEqual([0, 1, 1, 1]);
    expect(await erased()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('B2 whoever hears that it is written finds it on the disk in that moment', async () => {
    const file = new Database(join(folder, 'earshot.sqlite'), { readonly: true });
    const onDisk = file.prepare<[string], 1>('select 1 from tombstone where response_id = ?').pluck();
    const found = await Promise.all(
      ['a', 'b', 'c'].map((id) => store.write((tx) => erase(tx, id)).then(() => onDisk.get(id))),
    );
    file.close();
    expect(found).toEqual([1, 1, 1]);
  });

  it('work that fails takes nothing of its neighbours with it', async () => {
    const results = await Promise.allSettled([
      store.write((tx) => erase(tx, 'a')),
      store.write((tx) => erase(tx, 'b')),
      store.write(async (tx) => {
        await erase(tx, 'c');
        throw new Error('no');
      }),
      store.write((tx) => erase(tx, 'd')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await erased()).toEqual(['a', 'b', 'd']);
  });

  it('a commit that cannot be made fails all that shared it, and the next one goes on', async () => {
    const limit = (pages: number) =>
      store.write((tx) => sql.raw(`pragma max_page_count = ${String(pages)}`).execute(tx));
    await limit(1);
    const long = 'x'.repeat(100_000);
    const results = await Promise.allSettled([
      store.write((tx) => erase(tx, 'a')),
      store.write((tx) => erase(tx, long)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await erased()).toEqual([]);
    await limit(1_000_000);
    await store.write((tx) => erase(tx, 'b'));
    expect(await erased()).toEqual(['b']);
  });
});
