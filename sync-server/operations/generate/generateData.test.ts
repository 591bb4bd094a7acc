import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NOON } from '../../testing/index.ts';
import { verifyData } from '../verifyData.ts';
import { generateData } from './generateData.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const generate = (seed = 'a') => generateData(folder, { responses: 700, seed, days: 7, until: NOON });

function faces(): readonly unknown[] {
  const database = new Database(join(folder, 'earshot.sqlite'), { readonly: true });
  const rows = database
    .prepare(
      `select touchpoint_id as at, value, sum(count) as count from counter where question = '/data/visit' group by 1, 2 order by 1, 2`,
    )
    .all();
  database.close();
  return rows;
}

it('lets people answer at every touchpoint, and all that follows is as the ingest makes it', async () => {
  expect(await generate()).toEqual({ ok: true, value: 700 });
  expect(await verifyData(folder)).toEqual({ ok: true, value: { responses: 700, findings: [] } });
  expect(faces()).toHaveLength(30);
});

it('says the same for the same seed, and adds to what is there', async () => {
  await generate();
  const once = faces() as { count: number }[];
  await generate();
  expect(faces()).toEqual(once.map((face) => ({ ...face, count: face.count * 2 })));
  await generate('b');
  expect(await verifyData(folder)).toEqual({ ok: true, value: { responses: 2_100, findings: [] } });
  expect(faces()).not.toEqual(once.map((face) => ({ ...face, count: face.count * 3 })));
});
