import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RehearsedClock } from '../../testing/index.ts';
import { systemRandom } from '../../systemPorts.ts';
import { attempt, insertRows, isStoreTrouble, openStore, type Store, type Tx } from '../index.ts';

const erase = (tx: Tx, id: string) =>
  insertRows(tx, 'tombstone', [{ tenant_id: 'main', response_id: id, erased_at: 1 }]);

describe('a store whose connections are in threads of their own', () => {
  let folder: string;
  let store: Store;
  const open = async (): Promise<Store> => {
    const opened = await openStore(folder, new RehearsedClock(1), systemRandom);
    if (!opened.ok) throw new Error(opened.error);
    return opened.value;
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-'));
    store = await open();
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const erased = async (from = store) =>
    (await from.read.selectFrom('tombstone').select('response_id').orderBy('response_id').execute()).map(
      (row) => row.response_id,
    );

  /** The thread to which that was posted. */
  async function threadOf(marked: (mark: string) => Promise<unknown>): Promise<Worker> {
    const posted = vi.spyOn(Worker.prototype, 'postMessage');
    await marked('which thread');
    const which = posted.mock.calls.findIndex(([task]) => JSON.stringify(task).includes('which thread'));
    const thread = posted.mock.contexts[which] as Worker;
    posted.mockRestore();
    return thread;
  }

  it('B2 work whose thread ends is undone and told so, and the next one is done by another thread', async () => {
    await store.write((tx) => erase(tx, 'before'));
    const thread = await threadOf((mark) => store.write((tx) => sql`select ${mark}`.execute(tx)));
    const cut = store.write(async (tx) => {
      await erase(tx, 'cut');
      await thread.terminate();
      await erase(tx, 'after it');
    });
    const trouble: unknown = await cut.catch((error: unknown) => error);
    expect(isStoreTrouble(trouble)).toBe(true);
    await store.write((tx) => erase(tx, 'next'));
    expect(await erased()).toEqual(['before', 'next']);
  });

  it('B5 rows that nobody waited for and that cannot be inserted fail the attempt that they belong to, and nothing around it', async () => {
    await store.write(async (tx) => {
      await erase(tx, 'around');
      const tried = await attempt(tx, async () => {
        await erase(tx, 'beside');
        await erase(tx, 'around');
      });
      expect(tried.ok).toBe(false);
      await erase(tx, 'after it');
    });
    expect(await erased()).toEqual(['after it', 'around']);
    await expect(store.write((tx) => erase(tx, 'around'))).rejects.toThrow('UNIQUE');
    expect(await erased()).toEqual(['after it', 'around']);
  });

  it('a question whose thread ends is told so, and the next one is answered', async () => {
    const thread = await threadOf((mark) => sql`select ${mark}`.execute(store.read));
    const asked = erased();
    await thread.terminate();
    expect(await asked.catch(isStoreTrouble)).toBe(true);
    expect(await erased()).toEqual([]);
  });

  it('closing waits for what is under way, and all of it is on the disk', async () => {
    const ids = ['a', 'b', 'c'];
    const writing = ids.map((id) => store.write((tx) => erase(tx, id)));
    const reading = erased();
    await store.close();
    await Promise.all([...writing, reading]);
    store = await open();
    expect(await erased()).toEqual(ids);
  });

  it('a connection that is taken for long keeps no other question waiting', async () => {
    await store.read.connection().execute(async (taken) => {
      await sql`select 1`.execute(taken);
      expect(await erased()).toEqual([]);
    });
  });

  it('gives every value back as it was', async () => {
    const values = [null, 1, -1.5, 2 ** 53 - 1, 'ā😀', Buffer.from([0, 255])];
    const { rows } =
      await sql`select ${values[0]} as a, ${values[1]} as b, ${values[2]} as c, ${values[3]} as d,
      ${values[4]} as e, ${values[5]} as f union all select 1, 2, 3, 4, 5, 6`.execute(store.read);
    expect(rows.map((row): unknown[] => Object.values(row as object))).toEqual([values, [1, 2, 3, 4, 5, 6]]);
  });
});
