import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPostgresStore, openStore } from '../../store/index.ts';
import { systemClock, systemRandom } from '../../systemPorts.ts';
import { newDatabase } from '../../testing/index.ts';
import { backUpPostgres, generateData, moveStore, restoreIntoPostgres, verifyPostgres } from '../index.ts';

/** Within the project, so that the packages are found from there. */
const PROGRAM = join(import.meta.dirname, '../../../node_modules/.cache', `move-${String(process.pid)}.mjs`);
/** More than a page. */
const RESPONSES = 1_200;

describe('a store', { timeout: 300_000 }, () => {
  let folder: string;
  let url: string;
  const clients: pg.Client[] = [];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-'));
    url = await newDatabase();
    // What the template knows of its server, as no server has opened a database that is new.
    await run('delete from server');
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.end();
    rmSync(folder, { recursive: true, force: true });
    rmSync(PROGRAM, { force: true });
  });

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

  const generate = async (): Promise<void> => {
    const made = await generateData(folder, {
      responses: RESPONSES,
      seed: 'moved',
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
    const killed = startMoving();
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

  it('is backed up from PostgreSQL into a file, which is restored into another one whole, and moves the horizon', async () => {
    await generate();
    expect((await move()).ok).toBe(true);
    const file = join(folder, 'backup.sqlite');
    const made = await backUpPostgres(url, file, systemClock);
    expect(made).toMatchObject({ ok: true, value: { responses: RESPONSES } });
    const [row] = await run('select backup_horizon from server');
    expect(made.ok && Number(row?.['backup_horizon']) === made.value.horizon).toBe(true);
    expect((await backUpPostgres(url, file, systemClock)).ok).toBe(false);

    const ports = { clock: systemClock, random: systemRandom };
    expect(await restoreIntoPostgres(file, url, ports)).toMatchObject({
      ok: false,
      error: expect.stringContaining('already') as string,
    });
    url = await newDatabase();
    await run('delete from server');
    expect(await restoreIntoPostgres(file, url, ports)).toMatchObject({
      ok: true,
      value: { responses: RESPONSES },
    });
    expect(await verifyPostgres(url)).toEqual({ ok: true, value: { responses: RESPONSES, findings: [] } });
    await run('update counter set count = count + 1');
    const spoiled = await verifyPostgres(url);
    expect(spoiled.ok && spoiled.value.findings.join()).toContain('counters');
  });

  function startMoving() {
    buildSync({
      stdin: {
        contents: `import { moveStore, systemClock } from './index.ts';
          await moveStore(process.argv[2], process.argv[3], systemClock, () => undefined);`,
        resolveDir: join(import.meta.dirname, '..'),
      },
      outfile: PROGRAM,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
    });
    return spawn(process.execPath, [PROGRAM, folder, url], { stdio: 'ignore' });
  }
});
