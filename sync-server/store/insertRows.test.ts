import { expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RehearsedClock, openTestStore } from '../testing/index.ts';
import { COUNTER_KEY, addToCounters, insertRows } from './index.ts';

it('counters are added to in a process that has copied counters before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  const store = await openTestStore(folder, new RehearsedClock(0));
  const key = Object.fromEntries(COUNTER_KEY.map((column) => [column, column === 'hour_from' ? 0 : column]));
  const counter = { ...key, count: 2 } as unknown as Parameters<typeof addToCounters>[1][number];
  await store.write((tx) => insertRows(tx, 'counter', [counter]));
  await store.write((tx) => addToCounters(tx, [counter]));
  expect(await store.read.selectFrom('counter').select('count').execute()).toEqual([{ count: 4 }]);
  await store.close();
  rmSync(folder, { recursive: true });
});
