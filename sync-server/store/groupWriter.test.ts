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
  const clock = new RehearsedClock(1);
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-'));
    const opened = await openStore(folder, clock, systemRandom);
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

  /** For each of them, the number of the transaction that it was written in. */
  const writeAll = async (ids: readonly string[], during: () => void, between: () => Promise<void>) => {
    const transactions: Tx[] = [];
    const writes: Promise<string>[] = [];
    for (const id of ids) {
      const write = store.write(async (tx) => {
        if (!transactions.includes(tx)) transactions.push(tx);
        during();
        await erase(tx, id);
        return `${id}${String(transactions.length)}`;
      });
      writes.push(write);
      await between();
    }
    return Promise.all(writes);
  };
  const nothing = (): void => undefined;

  it('what comes in while others are written shares their commit, in the order it came', async () => {
    const promises = async (): Promise<void> => {
      for (let turn = 0; turn < 1_000; turn += 1) await Promise.resolve();
    };
    expect(await writeAll(['a', 'b', 'c', 'd'], nothing, promises)).toEqual(['a1', 'b1', 'c1', 'd1']);
    expect(await erased()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('B8 a commit whose work has taken long is made, and the others wait for the next one', async () => {
    const slow = () => {
      clock.advance(120);
    };
    const atOnce = (): Promise<void> => Promise.resolve();
    expect(await writeAll(['a', 'b', 'c', 'd'], slow, atOnce)).toEqual(['a1', 'b1', 'c2', 'd2']);
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
