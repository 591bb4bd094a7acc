import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyData } from '../operations/index.ts';
import { migrate } from '../store/migrate.ts';
import { openStore } from '../store/index.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { systemClock, systemRandom } from '../systemPorts.ts';
import type { TestServer } from '../testing/index.ts';
import { rebuildIfOutdated } from './index.ts';
import { BREAKING_OFF, DERIVED, RELEASED, serverWithSomeOfEach, upTo } from './rehearsal/releasedSchemas.ts';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  server = await serverWithSomeOfEach();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The server's data as a version wrote it that knew no more than the first migrations. */
async function asOf(last: string): Promise<string> {
  const data = join(folder, last);
  mkdirSync(data);
  const path = join(data, 'earshot.sqlite');
  const db = openDatabase(path, 'write');
  await migrate(db, upTo(last));
  await db.destroy();
  const old = new Database(path);
  const source = join(data, 'source.sqlite');
  for (const part of ['', '-wal']) cpSync(join(server.folder, `earshot.sqlite${part}`), source + part);
  old.prepare('attach database ? as source').run(source);
  for (const table of tablesOf(old)) {
    const columns = old.prepare('select name from pragma_table_info(?)').pluck().all(table).join(', ');
    // Counters were other ones.
    if (table !== 'counter')
      old.exec(`insert into main.${table} (${columns}) select ${columns} from source.${table}`);
  }
  // What an older version did not know yet is not there either.
  old.exec(`update survey_version set questions = '[]'`);
  if (last >= '0003') old.exec('update server set derivation = 0');
  old.close();
  return data;
}

const tablesOf = (database: Database.Database) =>
  database
    .prepare(
      "select name from main.sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '%migration%'",
    )
    .pluck()
    .all() as readonly string[];

const derivedIn = (data: string): readonly unknown[] => {
  const database = new Database(join(data, 'earshot.sqlite'), { readonly: true });
  const rows = DERIVED.map((table) =>
    database
      .prepare(`select * from ${table}`)
      .all()
      .map((row) => JSON.stringify(row))
      .sort(),
  );
  database.close();
  return rows;
};

/** Every table, trigger and row. */
function contents(data: string): readonly unknown[] {
  const database = new Database(join(data, 'earshot.sqlite'), { readonly: true });
  const tables = database.prepare('select name, sql from sqlite_master order by name').all();
  const rows = tablesOf(database).map((table) => database.prepare(`select * from ${table}`).all());
  database.close();
  return [tables, rows];
}

it.each(RELEASED)(
  'data of a version up to %s is as it was when the way to today breaks off',
  async (last) => {
    const data = await asOf(last);
    const before = contents(data);
    const db = openDatabase(join(data, 'earshot.sqlite'), 'write');
    await expect(migrate(db, BREAKING_OFF)).rejects.toThrow('half-way');
    await db.destroy();
    expect(contents(data)).toEqual(before);
    rmSync(data, { recursive: true });
  },
);

it.each(RELEASED)(
  'data of a version up to %s is brought up to date by a start, with the numbers of today',
  async (last) => {
    const data = await asOf(last);
    const opened = await openStore(data, systemClock, systemRandom);
    if (!opened.ok) throw new Error(opened.error);
    const { value: store } = opened;
    expect(await rebuildIfOutdated(store)).toBe(4);
    expect(await rebuildIfOutdated(store)).toBeNull();
    await store.close();
    expect(derivedIn(data)).toEqual(derivedIn(server.folder));
    expect(await verifyData(data)).toEqual({ ok: true, value: { responses: 4, findings: [] } });
    rmSync(data, { recursive: true });
  },
);

it('nothing is begun where the way to today has no room', async () => {
  const last = RELEASED.at(-2) ?? '';
  const data = await asOf(last);
  const before = contents(data);
  const { size } = statSync(join(data, 'earshot.sqlite'));
  const opening = (free: number) => openStore(data, systemClock, systemRandom, { bytesFree: () => free });
  expect(await opening(size - 1)).toMatchObject({
    ok: false,
    error: expect.stringContaining('Make room there; nothing was changed') as string,
  });
  expect(contents(data)).toEqual(before);
  const opened = await opening(size);
  expect(opened.ok).toBe(true);
  if (opened.ok) await opened.value.close();
  rmSync(data, { recursive: true });
});
