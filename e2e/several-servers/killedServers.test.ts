import { expect, it } from 'vitest';
import { createDatabase } from '../../sync-server/testing/postgres/createDatabase.ts';
import { startPostgres } from '../../sync-server/testing/postgres/startPostgres.ts';
import { drawn, rounds } from '../drawn.ts';
import { startServer, type TestServer } from '../server.ts';
import { startBalancer, type Balancer } from './balancer.ts';
import { startClients, type Clients } from './clients.ts';
import { enrolmentCodes, holdings } from './fleet.ts';

const CLIENTS = 8;
const KILLS = rounds(6);
const draw = drawn();

interface Scene {
  readonly servers: readonly TestServer[];
  readonly balancer: Balancer;
  readonly clients: Clients;
}

/** In turn, each in the middle of somebody's push; the other one takes over while it starts again. */
async function killAgainAndAgain({ servers, balancer, clients }: Scene): Promise<void> {
  let starting = Promise.resolve();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = servers[kill % servers.length];
    if (server === undefined) throw new Error('no servers');
    await clients.untilMore(1 + draw(80));
    await starting;
    await balancer.nextPushTo(server.port);
    // Before it is read, while it is judged, written or answered.
    await new Promise((resolve) => setTimeout(resolve, draw(30)));
    await server.kill();
    starting = server.start();
  }
  await starting;
}

it(`[B2] [V2] [V9] ${String(KILLS)} kills of one of two servers on one PostgreSQL, while ${String(CLIENTS)} processes push: all of it is there, once`, async () => {
  const postgres = await startPostgres();
  const url = await createDatabase(postgres.url, 'shared');
  const first = await startServer({ env: { DATABASE_URL: url } });
  const servers = [first, await startServer({ env: { DATABASE_URL: url } })];
  const balancer = await startBalancer(servers.map(({ port }) => port));
  const clients = await startClients(balancer.origin, await enrolmentCodes(url, CLIENTS));
  try {
    await killAgainAndAgain({ servers, balancer, clients });
    const recorded = await clients.finish();
    const { ids, counted, verified } = await holdings(url);
    expect([...ids].sort()).toEqual([...recorded].sort());
    expect(recorded.filter((id) => !clients.acknowledged.has(id))).toEqual([]);
    expect(clients.rewound).toEqual([]);
    expect(counted).toBe(recorded.length);
    expect(verified).toEqual({ ok: true, value: { responses: recorded.length, findings: [] } });
    expect(balancer.cut()).toBeGreaterThan(0);
    console.info(
      `${String(KILLS)} kills, ${String(balancer.cut())} pushes cut off: ${String(recorded.length)} responses, each once`,
    );
  } finally {
    clients.stop();
    await balancer.stop();
    for (const server of servers) await server.remove();
    await postgres.stop();
  }
});
