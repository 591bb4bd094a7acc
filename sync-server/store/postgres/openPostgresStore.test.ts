import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import pg from 'pg';
import { RehearsedClock, newDatabase } from '../../testing/index.ts';
import { systemRandom } from '../../systemPorts.ts';
import { isStoreTrouble, openPostgresStore } from '../index.ts';
import { inList } from '../inList.ts';

const CLOCK = new RehearsedClock(1_000);
const open = (url: string) => openPostgresStore(url, CLOCK, systemRandom);

async function opened(url: string) {
  const store = await open(url);
  if (!store.ok) throw new Error(store.error);
  return store.value;
}

async function problem(url: string): Promise<string> {
  const store = await open(url);
  if (!store.ok) return store.error;
  await store.value.close();
  return 'none';
}

function changed(url: string, changes: Partial<Record<'port' | 'pathname' | 'search', string>>): string {
  return Object.assign(new URL(url), changes).href;
}

describe('a store in PostgreSQL', () => {
  let url: string;
  beforeEach(async () => {
    url = await newDatabase();
  });

  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement);
    await client.end();
  };

  it('is one server to all that open it, also when they come to an empty database together', async () => {
    await run('drop schema public cascade');
    await run('create schema public');
    const stores = await Promise.all([opened(url), opened(url), opened(url)]);
    const names = stores.map(({ serverId, storeEpoch }) => `${serverId} ${storeEpoch}`);
    expect(new Set(names).size).toBe(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('begins a new epoch where it was put back from a backup', async () => {
    const before = await opened(url);
    await before.close();
    const after = await openPostgresStore(url, CLOCK, systemRandom, { restored: true });
    expect(after.ok && after.value.serverId === before.serverId).toBe(true);
    expect(after.ok && after.value.storeEpoch === before.storeEpoch).toBe(false);
    if (after.ok) await after.value.close();
  });

  it('reads long numbers as numbers, and refuses those that are not exact', async () => {
    const store = await opened(url);
    const read = (text: string) => sql.raw<{ n: unknown }>(`select ${text}::bigint as n`).execute(store.read);
    expect((await read('9007199254740991')).rows).toEqual([{ n: 9_007_199_254_740_991 }]);
    await expect(read('9007199254740993')).rejects.toThrow('can be computed with');
    await store.close();
  });

  it('takes lists of any text, and leaves out what it cannot hold', async () => {
    const store = await opened(url);
    const list = ['a', "b'", 'c"\\', '{d,e}', '\0', '\uD800', 'ж'];
    const { rows } = await sql<{ value: string }>`select value from ${inList(list)} as list`.execute(
      store.read,
    );
    expect(rows.map(({ value }) => value)).toEqual(['a', "b'", 'c"\\', '{d,e}', 'ж']);
    await store.close();
  });

  it('writes nothing through the reading connections, and keeps the inbox as it is', async () => {
    const store = await opened(url);
    await expect(store.read.deleteFrom('counter').execute()).rejects.toThrow('nothing can be written');
    await run(`insert into inbox (tenant_id, response_id, rev, content_hash, payload, conflict, device_id, device_touchpoint_id,
      store_epoch, seq, chain, batch_id, clock_offset, received_at) values ('', '', 1, '', 'x', 0, '', '', '', 1, '', '', 0, 0)`);
    for (const statement of ['update inbox set rev = 2', 'delete from inbox', 'truncate inbox'])
      await expect(run(statement)).rejects.toThrow('the inbox is immutable');
    await store.close();
  });

  it('outlives a connection that breaks in the middle of a transaction, and goes on with another', async () => {
    const store = await opened(url);
    const broken = store.write(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await run(`select pg_terminate_backend(${String(rows[0]?.pid)}, 60000)`);
      // It hears of it before it says anything more.
      await new Promise((resolve) => setImmediate(resolve));
      await sql`select 1`.execute(tx);
    });
    expect(await broken.then(() => null, isStoreTrouble)).toBe(true);
    expect(await store.write((tx) => tx.selectFrom('inbox').selectAll().execute())).toEqual([]);
    await store.close();
  });

  it('says in one line, without the password, why a database cannot be used', async () => {
    const secret = url.replace('earshot@', 'earshot:hush@');
    const said = [
      await problem(changed(secret, { port: '1' })),
      await problem(changed(secret, { pathname: '/elsewhere' })),
      await problem(changed(secret, { search: '?sslmode=verify-full' })),
      await problem('postgres://earshot:hush@no-such-host.invalid/earshot'),
    ];
    expect(said.map((line) => line.replace(/^The database \S+ can't be used: /, ''))).toEqual([
      'nothing listens there. Start PostgreSQL, or choose another with DATABASE_URL.',
      'there is no such database. Make it with: createdb, or choose another with DATABASE_URL.',
      'it does not speak TLS. Let it, or leave sslmode out, or choose another with DATABASE_URL.',
      expect.stringMatching(/^(there is no host of this name|the name of the host can not be looked up)\./),
    ]);
    expect(said.join()).not.toContain('hush');
  });

  it('knows a wrong password', async () => {
    await run(`create role visitor login password 'right'`);
    expect(await problem(url.replace('earshot@', 'visitor:wrong@'))).toContain('the password is wrong');
  });

  it('leaves alone what a newer version or another program made', async () => {
    await run(`insert into migration (name, timestamp) values ('9999_later', '')`);
    expect(await problem(url)).toContain('made by a newer version of Earshot (it has 9999_later)');
    await run('drop schema public cascade; create schema public; create table accounts (name text)');
    expect(await problem(url)).toContain('belongs to another program');
  });

  it('refuses a database that forgets what it confirmed, or cannot hold every language', async () => {
    const name = new URL(url).pathname.slice(1);
    await run(`alter database ${name} set synchronous_commit = off`);
    expect(await problem(url)).toContain('synchronous_commit is off');
    await run(`alter database ${name} set synchronous_commit = on`);
    await run(`create database ${name}_latin encoding 'LATIN1' template template0`);
    expect(await problem(changed(url, { pathname: `/${name}_latin` }))).toContain('keeps text as LATIN1');
  });
});
