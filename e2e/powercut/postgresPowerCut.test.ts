import type { ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import pg from 'pg';
import { createDatabase } from '../../sync-server/testing/postgres/createDatabase.ts';
import { makeCluster, type Cluster } from '../../sync-server/testing/postgres/startPostgres.ts';
import { drawn, rounds } from '../drawn.ts';
import { startServer, type TestServer } from '../server.ts';
import { startClients, type Clients } from '../several-servers/clients.ts';
import { enrolmentCodes, heldIds, holdings } from '../several-servers/fleet.ts';
import { until } from '../until.ts';
import { cutPostgres } from './cutPostgres.ts';
import { forgetfulDisk, type ForgetfulDisk } from './forgetfulDisk.ts';

const CUTS = rounds(2);
const CLIENTS = 4;
const draw = drawn();

let cluster: Cluster;
let disk: ForgetfulDisk;
let postgres: ChildProcess;
let url: string;
let server: TestServer;
let clients: Clients;

beforeEach(async () => {
  // Each flush copies the whole file: let the files of the log be small.
  cluster = await makeCluster({ initialise: ['--wal-segsize=1'] });
  disk = forgetfulDisk({ holding: cluster.data, owner: cluster.owner });
  await powerOn();
  url = await createDatabase(cluster.url, 'shared');
  server = await startServer({ env: { DATABASE_URL: url } });
  clients = await startClients(server.origin, await enrolmentCodes(url, CLIENTS));
});
afterEach(async () => {
  clients.stop();
  await server.remove();
  await cutPostgres(postgres);
  disk.remove();
  cluster.remove();
});

async function powerOn(): Promise<void> {
  postgres = await cluster.start({ data: disk.folder, env: disk.env });
}

/** With pushes under way; a little after somebody was told that all is kept. */
async function cutPower(): Promise<void> {
  await clients.untilMore(1 + draw(50));
  await new Promise((resolve) => setTimeout(resolve, draw(30)));
  await cutPostgres(postgres);
  disk.loseUnflushed();
}

async function lost(): Promise<readonly string[]> {
  const told = [...clients.acknowledged];
  const held = new Set(await heldIds(url));
  return told.filter((id) => !held.has(id));
}

it(`[B2] [V1] holds everything that was acknowledged through ${String(CUTS)} power cuts of PostgreSQL; the server goes on by itself`, async () => {
  for (let cut = 0; cut < CUTS; cut += 1) {
    await cutPower();
    await powerOn();
    expect(await lost()).toEqual([]);
  }
  await clients.untilMore(1);
  const recorded = await clients.finish();
  const { ids, counted, verified } = await holdings(url);
  expect([...ids].sort()).toEqual([...recorded].sort());
  expect(clients.rewound).toEqual([]);
  expect(counted).toBe(recorded.length);
  expect(verified).toEqual({ ok: true, value: { responses: recorded.length, findings: [] } });
});

it('the harness sees a loss: where PostgreSQL stops flushing while the server is at work, acknowledged responses are gone', async () => {
  await clients.untilMore(1);
  await stopFlushing();
  await clients.untilMore(30);
  await cutPower();
  // Nobody sends again what was lost, as devices do that are let.
  clients.stop();
  await server.stop();
  await powerOn();
  expect((await lost()).length).toBeGreaterThan(0);
});

/** As an operator can; a server that starts refuses such a database. */
async function stopFlushing(): Promise<void> {
  const ask = async (question: string): Promise<readonly unknown[]> => {
    const client = new pg.Client({ connectionString: cluster.url });
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(question);
    await client.end();
    return rows;
  };
  await ask('alter system set fsync = off');
  await ask('select pg_reload_conf()');
  await until('it is off', 60_000, async () => {
    const [row] = await ask('show fsync');
    return JSON.stringify(row).includes('off') || undefined;
  });
  // Who was connected before may not have heard of it yet.
  await ask(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'earshot'`);
}
