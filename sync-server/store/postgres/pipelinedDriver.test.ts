import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { RehearsedClock, newDatabase } from '../../testing/index.ts';
import { systemRandom } from '../../systemPorts.ts';
import { attempt, insertRows, openPostgresStore, together, type Store, type Tx } from '../index.ts';

const erase = (tx: Tx, ...ids: readonly string[]) =>
  insertRows(
    tx,
    'tombstone',
    ids.map((id, index) => ({ tenant_id: 'main', response_id: id, erased_at: index })),
  );

describe('statements that nobody waits for', () => {
  let store: Store;
  beforeEach(async () => {
    const opened = await openPostgresStore(await newDatabase(), new RehearsedClock(1), systemRandom);
    if (!opened.ok) throw new Error(opened.error);
    store = opened.value;
  });
  afterEach(() => store.close());

  const erased = async () =>
    (await store.read.selectFrom('tombstone').select('response_id').orderBy('response_id').execute()).map(
      (row) => row.response_id,
    );

  it('B5 fail the attempt that they belong to, with their own reason, and nothing around it', async () => {
    await store.write(async (tx) => {
      await erase(tx, 'around');
      const tried = await attempt(tx, async () => {
        await erase(tx, 'beside');
        await insertRows(tx, 'tombstone', [{ tenant_id: 'main', response_id: 'b', erased_at: '' as never }]);
        await erase(tx, 'after it');
      });
      expect(tried).toMatchObject({ ok: false, error: { code: '42804' } });
      await erase(tx, 'later');
    });
    expect(await erased()).toEqual(['around', 'later']);
  });

  it('B5 fail what is around an attempt, and not the attempt, where they were sent before it', async () => {
    const writing = store.write(async (tx) => {
      await insertRows(tx, 'tombstone', [{ tenant_id: 'main', response_id: 'b', erased_at: '' as never }]);
      await attempt(tx, () => erase(tx, 'within'));
      throw new Error('it went on');
    });
    await expect(writing).rejects.toMatchObject({ code: '42804' });
    expect(await erased()).toEqual([]);
    await store.write((tx) => erase(tx, 'next'));
    expect(await erased()).toEqual(['next']);
  });

  it('B2 are committed by nobody where the last one fails and no other statement follows', async () => {
    const writing = store.write(async (tx) => {
      await erase(tx, 'before');
      await insertRows(tx, 'tombstone', [{ tenant_id: 'main', response_id: 'b', erased_at: '' as never }]);
    });
    await expect(writing).rejects.toMatchObject({ code: '42804' });
    expect(await erased()).toEqual([]);
  });

  it('are what a question after them sees, and several questions are answered each with its own', async () => {
    const seen = await store.write(async (tx) => {
      await erase(tx, 'a', 'b');
      return together(tx, (at) =>
        Promise.all([
          at.selectFrom('tombstone').select('response_id').orderBy('response_id').execute(),
          sql<{ n: number }>`select count(*) as n from inbox`.execute(at),
          at.selectFrom('tombstone').where('response_id', '=', 'b').select('erased_at').execute(),
        ]),
      );
    });
    expect(seen).toMatchObject([
      [{ response_id: 'a' }, { response_id: 'b' }],
      { rows: [{ n: 0 }] },
      [{ erased_at: 1 }],
    ]);
  });

  it('one of several questions that fails fails them all, and the transaction', async () => {
    const writing = store.write(async (tx) => {
      await erase(tx, 'a');
      await together(tx, (at) =>
        Promise.all([sql`select 1 / 0`.execute(at), at.selectFrom('tombstone').selectAll().execute()]),
      );
    });
    await expect(writing).rejects.toMatchObject({ code: '22012' });
    expect(await erased()).toEqual([]);
  });
});
