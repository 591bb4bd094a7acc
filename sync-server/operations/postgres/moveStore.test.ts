import Database from 'better-sqlite3';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockFolder, openPostgresStore, openStore } from '../../store/index.ts';
import { systemClock, systemRandom } from '../../systemPorts.ts';
import { newDatabase } from '../../testing/index.ts';
import { backUpPostgres, generateData, moveStore, restoreIntoPostgres, verifyPostgres } from '../index.ts';
import { Doomed } from '../rehearsal/doomed.ts';

/** More than a page. */
const RESPONSES = 1_200;

describe('a store', { timeout: 300_000 }, () => {
  let folder: string;
  let url: string;
  let doomed: Doomed;
  beforeAll(() => {
    doomed = new Doomed(
      'moveStore.ts',
      '{ moveStore }',
      `const [folder, url] = process.argv.slice(3);
      const moved = await moveStore(folder, url, systemClock, (line) => console.log(line));
      process.exitCode = moved.ok ? 0 : 1;`,
    );
  });
  afterAll(() => {
    doomed.remove();
  });
  const clients: pg.Client[] = [];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-'));
    url = await emptyDatabase();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Without what the template knows of its server, as no server has opened a database that is new. */
  async function emptyDatabase(): Promise<string> {
    const made = await newDatabase();
    const client = new pg.Client({ connectionString: made });
    await client.connect();
    await client.query('delete from server');
    await client.end();
    return made;
  }
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    clients.push(client);
    return client;
  };
  const run = async (statement: string): Promise<readonly Record<string, unknown>[]> => {
    const { rows } = await (await connect()).query<Record<string, unknown>>(statement);
    return rows;
  };
  const held = async (): Promise<number> => Number((await run('select count(*) as n from inbox'))[0]?.['n']);

  const generate = async (responses = RESPONSES, seed = 'moved'): Promise<void> => {
    const made = await generateData(folder, {
      responses,
      seed,
      days: 3,
      until: systemClock.now(),
    });
    if (!made.ok) throw new Error(made.error);
  };
  const move = () => moveStore(folder, url, systemClock, () => undefined);

  it('moves from SQLite to PostgreSQL though the move was killed in the middle; nothing starts on a half of it', async () => {
    await generate();
    const blocker = await connect();
    await blocker.query('begin');
    await blocker.query('lock table counter in access exclusive mode');
    const killed = doomed.start(0, [folder, url]);
    killed.stdout.resume();
    await vi.waitFor(async () => expect(await held()).toBe(RESPONSES), { timeout: 200_000 });
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await blocker.query('rollback');

    const early = await openPostgresStore(url, systemClock, systemRandom);
    expect(early).toMatchObject({ ok: false, error: expect.stringContaining('move-store') as string });
    const source = await openStore(folder, systemClock, systemRandom);
    if (!source.ok) throw new Error(source.error);
    const { serverId, storeEpoch } = source.value;
    await source.value.close();

    const moved = await move();
    if (!moved.ok) throw new Error(moved.error);
    expect(existsSync(moved.value.setAside)).toBe(true);
    expect(existsSync(join(folder, 'earshot.sqlite'))).toBe(false);
    const there = await openPostgresStore(url, systemClock, systemRandom);
    expect(there).toMatchObject({ ok: true, value: { serverId, storeEpoch } });
    if (there.ok) await there.value.close();
    expect(await verifyPostgres(url)).toEqual({ ok: true, value: { responses: RESPONSES, findings: [] } });
  });

  /** What servers find that are started on either as they are now. */
  async function startedOn() {
    const copy = mkdtempSync(join(tmpdir(), 'earshot-'));
    try {
      cpSync(folder, copy, { recursive: true });
      return {
        file: await responsesOf(await openStore(copy, systemClock, systemRandom)),
        postgres: await responsesOf(await openPostgresStore(url, systemClock, systemRandom)),
      };
    } finally {
      rmSync(copy, { recursive: true });
    }
  }

  it('whose move was killed when all was there is the file alone, goes on, and is moved with what came since', async () => {
    await generate(20);
    const server = lockFolder(folder);
    const killed = doomed.start(0, [folder, url]);
    for await (const line of createInterface(killed.stdout)) if (line.includes('Stop the server now')) break;
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    if (server.ok) server.value.release();
    expect(await startedOn()).toEqual({ file: 20, postgres: expect.stringContaining('has ended') as string });
    await generate(7, 'since');
    expect(await move()).toMatchObject({ ok: true });
    expect(await startedOn()).toEqual({
      file: expect.stringContaining('DATABASE_URL') as string,
      postgres: 27,
    });
    expect(await verifyPostgres(url)).toEqual({ ok: true, value: { responses: 27, findings: [] } });
  });

  it('is one store whichever step its move is killed at, never less, and moved when that is run again', async () => {
    const before = mkdtempSync(join(tmpdir(), 'earshot-'));
    await generate(0);
    // Whoever has it open last brings the log into the file; a server that is killed leaves it.
    const open = new Database(join(folder, 'earshot.sqlite'));
    open.prepare('select count(*) from inbox').get();
    await generate(12);
    cpSync(folder, before, { recursive: true, filter: (path) => !path.endsWith('-shm') });
    open.close();
    rmSync(folder, { recursive: true });
    cpSync(before, folder, { recursive: true });
    expect(statSync(join(folder, 'earshot.sqlite-wal')).size).toBeGreaterThan(0);
    const found = new Set<string>();
    for (let step = 1; ; step += 1) {
      if (!(await doomed.diesAt(step, [folder, url]))) break;
      const { file, postgres } = await startedOn();
      found.add(`${typeof file} ${typeof postgres}`);
      expect([file, postgres].filter((one) => typeof one === 'number')).toSatisfy(
        (counts: readonly number[]) => counts.length < 2 && counts.every((count) => count === 12),
      );
      if (typeof file === 'string') expect(file).toMatch(/move-store" again|Name that database/);
      const other = typeof postgres === 'string' && typeof file === 'string' ? await emptyDatabase() : null;
      if (other !== null)
        expect(await moveStore(folder, other, systemClock, () => undefined)).toMatchObject({
          ok: false,
          error: expect.stringContaining('begun') as string,
        });
      if (readdirSync(folder).every((name) => !name.startsWith('moved-')))
        expect(await move()).toMatchObject({ ok: true });
      expect(await startedOn()).toEqual({
        file: expect.stringContaining('Name that database') as string,
        postgres: 12,
      });
      url = await emptyDatabase();
      rmSync(folder, { recursive: true });
      cpSync(before, folder, { recursive: true });
    }
    rmSync(before, { recursive: true });
    expect([...found].sort()).toEqual(['number string', 'string number', 'string string']);
  });

  it('of a database that a server holds already takes nothing in', async () => {
    await generate(3);
    expect(await move()).toMatchObject({ ok: true });
    expect(await move()).toMatchObject({ ok: false, error: expect.stringContaining('moved') as string });
    rmSync(folder, { recursive: true });
    await generate(3);
    expect(await move()).toMatchObject({
      ok: false,
      error: expect.stringContaining('another server') as string,
    });
    expect(await startedOn()).toEqual({ file: 3, postgres: 3 });
  });

  it('without a response is no store either before all of it was copied', async () => {
    await generate(0);
    const blocker = await connect();
    await blocker.query('begin');
    await blocker.query('lock table person in access exclusive mode');
    const killed = doomed.start(0, [folder, url]);
    killed.stdout.resume();
    const surveys = async () => Number((await run('select count(*) as n from survey'))[0]?.['n']);
    await vi.waitFor(async () => expect(await surveys()).toBeGreaterThan(0), { timeout: 200_000 });
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await blocker.query('rollback');
    expect((await startedOn()).postgres).toContain('move-store');
  });

  it('is backed up from PostgreSQL into a file, which is restored into another one whole, and moves the horizon', async () => {
    await generate();
    expect((await move()).ok).toBe(true);
    const file = join(folder, 'backup.sqlite');
    const made = await backUpPostgres(url, file, systemClock);
    expect(made).toMatchObject({ ok: true, value: { responses: RESPONSES } });
    const [row] = await run('select backup_horizon, store_epoch from server');
    expect(made.ok && Number(row?.['backup_horizon']) === made.value.horizon).toBe(true);
    expect((await backUpPostgres(url, file, systemClock)).ok).toBe(false);

    const ports = { clock: systemClock, random: systemRandom };
    expect(await restoreIntoPostgres(file, url, ports)).toMatchObject({
      ok: false,
      error: expect.stringContaining('already') as string,
    });
    url = await emptyDatabase();
    // A store that is there under the old epoch, if only for a moment, could be started on after a kill.
    await run(
      `create function refuse() returns trigger language plpgsql as $$ begin raise 'changed'; end $$`,
    );
    await run('create trigger once before update on server for each statement execute function refuse()');
    expect(await restoreIntoPostgres(file, url, ports)).toMatchObject({
      ok: true,
      value: { responses: RESPONSES },
    });
    const [restored] = await run('select store_epoch from server');
    expect(restored?.['store_epoch']).not.toBe(row?.['store_epoch']);
    expect(await verifyPostgres(url)).toEqual({ ok: true, value: { responses: RESPONSES, findings: [] } });
    await run('update counter set count = count + 1');
    const spoiled = await verifyPostgres(url);
    expect(spoiled.ok && spoiled.value.findings.join()).toContain('counters');
  });
});

async function responsesOf(opened: Awaited<ReturnType<typeof openStore>>): Promise<number | string> {
  if (!opened.ok) return opened.error;
  const rows = await opened.value.read.selectFrom('inbox').select('arrival').execute();
  await opened.value.close();
  return rows.length;
}
