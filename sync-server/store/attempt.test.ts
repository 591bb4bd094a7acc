import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RehearsedClock } from '../testing/index.ts';
import { systemRandom } from '../systemPorts.ts';
import { addToCounters, attempt, insertRows, openStore, type Store, type Tx } from './index.ts';

const counter = (value: string, count: number) => ({
  tenant_id: 'main',
  touchpoint_id: 't',
  local_date: '2026-11-18',
  hour_from: 0,
  survey_id: 's',
  channel: 'terminal',
  flag: '',
  question: 'q',
  value,
  count,
});
const tombstones = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({
    tenant_id: 'main',
    response_id: `r${String(from + index)}`,
    erased_at: from + index,
  }));

describe('writing', () => {
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
  const count = async (tx: Tx) => (await tx.selectFrom('tombstone').selectAll().execute()).length;

  it('goes on after an attempt that failed as if it had not been made', async () => {
    await store.write(async (tx) => {
      await insertRows(tx, 'tombstone', tombstones(0, 2));
      const failed = await attempt(tx, async () => {
        await insertRows(tx, 'tombstone', tombstones(2, 5));
        throw new Error('no');
      });
      expect(failed.ok).toBe(false);
      expect(await count(tx)).toBe(2);
      await attempt(tx, () => insertRows(tx, 'tombstone', tombstones(5, 6)));
    });
    expect(await store.write(count)).toBe(3);
  });

  it('throws on when the store itself has trouble', async () => {
    const full = Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' });
    await expect(store.write((tx) => attempt(tx, () => Promise.reject(full)))).rejects.toBe(full);
  });

  it.each([0, 1, 9, 10, 99, 100, 101, 523])('inserts %i rows, each once and whole', async (length) => {
    await store.write((tx) => insertRows(tx, 'tombstone', tombstones(0, length)));
    const rows = await store.read.selectFrom('tombstone').selectAll().orderBy('erased_at').execute();
    expect(rows).toEqual(tombstones(0, length));
  });

  it('adds to counters that exist and begins those that do not', async () => {
    await store.write((tx) => addToCounters(tx, [counter('1', 2)]));
    await store.write((tx) => addToCounters(tx, [counter('1', 5), counter('2', 1), counter('3', -1)]));
    const rows = await store.read.selectFrom('counter').select(['value', 'count']).orderBy('value').execute();
    expect(rows).toEqual([
      { value: '1', count: 7 },
      { value: '2', count: 1 },
      { value: '3', count: -1 },
    ]);
  });
});
