import { spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  POSTGRES,
  TEMPLATE,
  createDatabase,
  endPostgres,
  makeCluster,
  sampleResponse,
  startTestServer,
  untilTaken,
  type Cluster,
  type TestDevice,
  type TestServer,
} from '../../testing/index.ts';

/** The account of the server: no superuser, so that limits hold for it. */
const CLERK = 'clerk';

describe('push into a PostgreSQL that cannot take it', () => {
  let cluster: Cluster;
  let postgres: ChildProcess;
  let server: TestServer;
  let device: TestDevice;
  beforeAll(async () => {
    cluster = await makeCluster();
    postgres = await cluster.start();
    await run(`create role ${CLERK} login createdb`);
    const asClerk = Object.assign(new URL(cluster.url), { username: CLERK }).href;
    await createDatabase(asClerk, TEMPLATE);
    vi.stubEnv(POSTGRES, asClerk);
    server = await startTestServer();
  });
  afterAll(async () => {
    await server.stop();
    vi.unstubAllEnvs();
    await endPostgres(postgres);
    cluster.remove();
  });
  beforeEach(async () => {
    device = await server.device();
  });

  /** As the superuser; in the server's database where it has one. */
  async function run<Row>(statement: string, database = 'postgres'): Promise<readonly Row[]> {
    const client = new pg.Client({
      connectionString: Object.assign(new URL(cluster.url), { pathname: `/${database}` }).href,
    });
    await client.connect();
    const { rows } = await client.query(statement);
    await client.end();
    return rows as readonly Row[];
  }

  /** What was said to a role holds from the next connection on. */
  const sayToClerk = async (words: string): Promise<void> => {
    await run(`alter role ${CLERK} ${words}`);
    await run(`select pg_terminate_backend(pid, 60000) from pg_stat_activity where usename = '${CLERK}'`);
  };

  const items = (count: number) => Array.from({ length: count }, () => device.seal(sampleResponse()));

  async function isRefused(batch: ReturnType<typeof items>): Promise<void> {
    const refused = await device.push(batch);
    expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable', retry: 'later' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.body).not.toHaveProperty('items');
  }

  /** Without a restart; all of it for the first time, so nothing of what was refused had been kept. */
  async function isStored(batch: ReturnType<typeof items>): Promise<void> {
    const pushed = await untilTaken(() => device.push(batch));
    expect(pushed.status).toBe(200);
    expect(new Set(pushed.body.items.map(({ verdict }) => verdict))).toEqual(new Set(['stored']));
  }

  it('B2 B5 that is gone: 503, and all goes on when it is back', async () => {
    const batch = items(3);
    await endPostgres(postgres);
    await isRefused(batch);
    postgres = await cluster.start();
    await isStored(batch);
  });

  it('B2 B5 that has no connection left: 503, and all goes on when it has', async () => {
    const batch = items(3);
    await sayToClerk('connection limit 0');
    await isRefused(batch);
    await sayToClerk('connection limit -1');
    await isStored(batch);
  });

  it('B2 B5 that takes no writes: 503, and all goes on when it does', async () => {
    const batch = items(3);
    await sayToClerk('set default_transaction_read_only = on');
    await isRefused(batch);
    await sayToClerk('reset default_transaction_read_only');
    await isStored(batch);
  });

  it('B2 B5 whose disk is full: 503, nothing of the batch is kept, and all goes on when there is room', async () => {
    const disk = mountSmallDisk();
    const [found] = await run<{ name: string }>(
      `select datname as name from pg_database where datname like 'test_%'`,
    );
    const database = found?.name ?? '';
    try {
      chownSync(disk, cluster.owner.uid ?? -1, cluster.owner.gid ?? -1);
      await run(`create tablespace small location '${disk}'`);
      await run('alter table inbox set tablespace small', database);
      let batch = items(400);
      for (let pushed = 0; pushed < 10 && (await device.push(batch)).status === 200; pushed += 1)
        batch = items(400);
      await isRefused(batch);
      spawnSync('mount', ['-o', 'remount,size=50m', disk]);
      await isStored(batch);
      await run('alter table inbox set tablespace pg_default', database);
      await run('drop tablespace small');
    } finally {
      spawnSync('umount', ['-l', disk]);
      rmSync(disk, { recursive: true, force: true });
    }
  });
});

function mountSmallDisk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { encoding: 'utf8' });
  if (mounted.status === 0) return folder;
  throw new Error(`this test fills a small disk, which it has to mount (as root): ${mounted.stderr}`);
}
