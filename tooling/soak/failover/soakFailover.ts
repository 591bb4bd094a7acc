import { cutPostgres } from '../../../e2e/powercut/cutPostgres.ts';
import { startServer } from '../../../e2e/server.ts';
import { startClients, type Clients } from '../../../e2e/several-servers/clients.ts';
import { enrolmentCodes, holdings } from '../../../e2e/several-servers/fleet.ts';
import { judgeHoldings } from '../judgeHoldings.ts';
import { debianPrograms } from './debianPrograms.ts';
import { DATABASE, Stage } from './stage.ts';

const CLIENTS = 8;
/** Responses acknowledged before the primary is lost, and after. */
const ENOUGH = 400;

/**
 * Two servers behind HAProxy and PgBouncer (transaction mode), PostgreSQL with a synchronous standby: the primary is killed and the standby
 * takes its place while processes push. Tells what happened; false where anything acknowledged is missing or counted wrongly.
 */
export async function soakFailover(): Promise<boolean> {
  const stage = new Stage(debianPrograms());
  const servers: Awaited<ReturnType<typeof startServer>>[] = [];
  let clients: Clients | undefined;
  try {
    const primary = await stage.primary();
    const standby = await stage.synchronousStandby(primary);
    const pooler = await stage.pooler(primary);
    const env = { DATABASE_URL: stage.urlAt(pooler.port, DATABASE) };
    for (const _ of ['one', 'two']) servers.push(await startServer({ env }));
    const port = await stage.balancer(servers.map((server) => server.port));
    const codes = await enrolmentCodes(stage.urlAt(primary.port, DATABASE), CLIENTS);
    clients = await startClients(`http://127.0.0.1:${String(port)}`, codes);
    await clients.untilMore(ENOUGH);
    const before = clients.acknowledged.size;
    const killedAt = performance.now();
    await cutPostgres(primary.process);
    await stage.promote(standby);
    pooler.pointTo(standby);
    await clients.untilMore(1);
    const outage = (performance.now() - killedAt) / 1000;
    await clients.untilMore(ENOUGH);
    const recorded = await clients.finish();
    const found = await holdings(stage.urlAt(standby.port, DATABASE));
    console.log(
      `${String(before)} responses acknowledged, then the primary was killed; the first one after that ${outage.toFixed(1)} s later`,
    );
    return judgeHoldings(recorded, clients, found);
  } finally {
    clients?.stop();
    for (const server of servers) await server.remove();
    stage.end();
  }
}
