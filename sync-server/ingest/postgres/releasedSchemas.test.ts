import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyPostgres } from '../../operations/index.ts';
import { openPostgresStore, type Tables } from '../../store/index.ts';
import { migrate } from '../../store/migrate.ts';
import { openPool, tablesIn } from '../../store/postgres/openPool.ts';
import { systemClock, systemRandom } from '../../systemPorts.ts';
import { POSTGRES, createDatabase, type TestServer } from '../../testing/index.ts';
import { rebuildIfOutdated } from '../index.ts';
import { BREAKING_OFF, DERIVED, RELEASED, serverWithSomeOfEach, upTo } from '../rehearsal/releasedSchemas.ts';

type Row = Readonly<Record<string, unknown>>;

let server: TestServer;
beforeAll(async () => {
  server = await serverWithSomeOfEach();
});
afterAll(() => server.stop());

const rowsOf = async (db: Kysely<Tables>, query: string): Promise<readonly Row[]> =>
  (await sql.raw<Row>(query).execute(db)).rows;

const COLUMNS = `select table_name, column_name, data_type, column_default from information_schema.columns
  where table_schema = 'public' order by table_name, ordinal_position`;

async function tablesOf(db: Kysely<Tables>): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = new Map<string, string[]>();
  for (const { table_name: table, column_name: column } of await rowsOf(db, COLUMNS))
    tables.set(String(table), [...(tables.get(String(table)) ?? []), String(column)]);
  return tables;
}

/** The server's data as a version wrote it that knew no more than the first migrations. */
async function asOf(
  last: string,
  name: string,
): Promise<{ readonly url: string; readonly db: Kysely<Tables> }> {
  const url = await createDatabase(process.env[POSTGRES] ?? '', `as_of_${last.slice(0, 4)}_${name}`);
  const db = tablesIn(openPool(url, 2));
  await migrate(db, upTo(last));
  for (const [table, columns] of await tablesOf(db)) {
    // Counters were other ones.
    if (table === 'counter' || table.startsWith('migration')) continue;
    const rows = await rowsOf(server.store.read, `select ${columns.join(', ')} from ${table}`);
    const into = table as keyof Tables;
    if (rows.length > 0) await db.insertInto(into).values(rows).execute();
  }
  // What an older version did not know yet is not there either.
  await rowsOf(db, `update survey_version set questions = '[]'`);
  if (last >= '0003') await rowsOf(db, 'update server set derivation = 0');
  return { url, db };
}

const sorted = (rows: readonly Row[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();

/** Every column, trigger and row. */
async function contents(db: Kysely<Tables>): Promise<unknown> {
  const triggers = await rowsOf(
    db,
    'select tgname, tgrelid::regclass::text as on_table from pg_trigger where not tgisinternal',
  );
  const rows: unknown[] = [];
  for (const table of (await tablesOf(db)).keys())
    rows.push(sorted(await rowsOf(db, `select * from ${table}`)));
  return [await rowsOf(db, COLUMNS), sorted(triggers), rows];
}

const derivedIn = (db: Kysely<Tables>) =>
  Promise.all(DERIVED.map(async (table) => sorted(await rowsOf(db, `select * from ${table}`))));

it.each(RELEASED)(
  'data of a version up to %s is as it was when the way to today breaks off',
  async (last) => {
    const { db } = await asOf(last, 'broken_off');
    const before = await contents(db);
    await expect(migrate(db, BREAKING_OFF)).rejects.toThrow('half-way');
    expect(await contents(db)).toEqual(before);
    await db.destroy();
  },
);

it.each(RELEASED)(
  'data of a version up to %s is brought up to date by a start, with the numbers of today',
  async (last) => {
    const { db, url } = await asOf(last, 'started');
    const opened = await openPostgresStore(url, systemClock, systemRandom);
    if (!opened.ok) throw new Error(opened.error);
    expect(await rebuildIfOutdated(opened.value)).toBe(4);
    expect(await rebuildIfOutdated(opened.value)).toBeNull();
    await opened.value.close();
    expect(await derivedIn(db)).toEqual(await derivedIn(server.store.read));
    await db.destroy();
    expect(await verifyPostgres(url)).toEqual({ ok: true, value: { responses: 4, findings: [] } });
  },
);
