import { setTimeout as pause } from 'node:timers/promises';
import { startBalancer, type Balancer } from '../../../e2e/several-servers/balancer.ts';
import { startClients, type Clients } from '../../../e2e/several-servers/clients.ts';
import { enrolmentCodes, holdings } from '../../../e2e/several-servers/fleet.ts';
import { createDatabase } from '../../../sync-server/testing/postgres/createDatabase.ts';
import { startPostgres } from '../../../sync-server/testing/postgres/startPostgres.ts';
import { buildWhatIsNeeded } from '../../build/buildWhatIsNeeded.ts';
import { SERVER_TARGETS } from '../../build/targets.ts';
import { judgeHoldings } from '../judgeHoldings.ts';
import { Crew } from './crew.ts';

const CLIENTS = 8;
const SERVING = 2;
const EVERY_MILLISECONDS = 1_000;
/** Responses acknowledged before the first kill. */
const ENOUGH = 100;

/**
 * Two servers serve on one PostgreSQL while eight processes push, and each second one of the two is killed (SIGKILL). It is started again
 * at once; as that takes longer than a second, one of `spares` servers that are up already takes its place. Tells what happened; false
 * where anything acknowledged is missing or counted wrongly.
 */
export async function soakKills(kills: number, spares: number): Promise<boolean> {
  await buildWhatIsNeeded(`${import.meta.dirname}/../../..`, SERVER_TARGETS, console.log);
  // Each server listens for the end of this process.
  process.setMaxListeners(SERVING + spares + 10);
  const postgres = await startPostgres();
  const url = await createDatabase(postgres.url, 'shared');
  const crew = await Crew.start(SERVING, spares, { DATABASE_URL: url });
  const balancer = await startBalancer(crew.ports);
  let clients: Clients | undefined;
  try {
    clients = await startClients(balancer.origin, await enrolmentCodes(url, CLIENTS));
    await clients.untilMore(ENOUGH);
    await killEachSecond(kills, crew, balancer, clients);
    const recorded = await clients.finish();
    return judgeHoldings(recorded, clients, await holdings(url));
  } finally {
    clients?.stop();
    await balancer.stop();
    await crew.remove();
    await postgres.stop();
  }
}

async function killEachSecond(
  kills: number,
  crew: Crew,
  balancer: Balancer,
  clients: Clients,
): Promise<void> {
  const before = { acknowledged: clients.acknowledged.size, cut: balancer.cut() };
  const started = performance.now();
  let late = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const due = started + kill * EVERY_MILLISECONDS;
    await pause(Math.max(0, due - performance.now()));
    await crew.replace(kill % SERVING);
    if (performance.now() - due > EVERY_MILLISECONDS) late += 1;
  }
  const seconds = (performance.now() - started) / 1_000;
  console.log(
    `${String(kills)} kills in ${seconds.toFixed(0)} s, ${String(late)} of them more than a second late; ` +
      `${String(balancer.cut() - before.cut)} pushes cut off, ${String(clients.acknowledged.size - before.acknowledged)} responses acknowledged meanwhile; ` +
      crew.recovery(),
  );
}
