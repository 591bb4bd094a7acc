/**
 * Batches of 500 responses over HTTP into a server whose store is PostgreSQL (unpacked, checked, hashed, deduplicated, kept, understood,
 * counted, committed), with one answer each and with twenty, beside what `pg` alone needs to insert the rows that they leave behind, by
 * turns in the same run. Server and bench are one process; its processor time is printed beside, the database's is not in it.
 */
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import type { PushReply } from '../core/protocol/index.ts';
import { sampleResponse, startTestServer, type TestDevice } from '../sync-server/testing/index.ts';
import { POSTGRES, setup } from '../sync-server/testing/postgres/forTheRun.ts';
import { Timing } from './dashboard/timing.ts';
import { BareTables } from './ingestPostgres/bareTables.ts';

const ITEMS = 500;
const BATCHES = Number(process.env['EARSHOT_BENCH_BATCHES'] ?? '30');
const WARM_UP = 3;
const SECONDS_APART = 20_000;

const stopPostgres = await setup();
process.env['EARSHOT_TEST_STORE'] = 'postgres';
const server = await startTestServer();

/** The database that the test server made for itself: the newest. */
async function ownDatabase(): Promise<string> {
  const url = process.env[POSTGRES] ?? '';
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where datname like 'test_%' order by oid desc limit 1`,
  );
  await client.end();
  const address = new URL(url);
  address.pathname = `/${rows[0]?.datname ?? ''}`;
  return address.href;
}

let said = Date.now() - 90 * 86_400_000;

function makeBatch(device: TestDevice, answers: number): Uint8Array<ArrayBuffer> {
  const items = Array.from({ length: ITEMS }, (_, index) => {
    said += SECONDS_APART;
    const others = Array.from({ length: answers - 1 }, (__, number): [string, string] => [
      `/data/question${String(number)}`,
      String((index + number) % 7),
    ]);
    const given = { '/data/visit': String(1 + (index % 5)), ...Object.fromEntries(others) };
    return device.seal(sampleResponse({ answers: given, finishedAt: said, deviceId: device.deviceId }));
  });
  const { deviceId, storeEpoch } = device;
  const body = { protocol: 1, batchId: randomUUID(), deviceId, storeEpoch, items };
  return new Uint8Array(gzipSync(JSON.stringify(body)));
}

async function push(device: TestDevice, body: Uint8Array<ArrayBuffer>): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    'content-encoding': 'gzip',
    authorization: `Bearer ${device.token}`,
  };
  const reply = await fetch(`${server.origin}/api/sync/push`, { method: 'POST', headers, body });
  const { items } = (await reply.json()) as PushReply;
  if (items.length !== ITEMS || items.some(({ verdict }) => verdict !== 'stored'))
    throw new Error('not every response was stored');
}

async function bench(bare: BareTables, device: TestDevice, answers: number): Promise<void> {
  const [ingest, raw] = [new Timing(), new Timing()];
  for (let number = 0; number < WARM_UP + BATCHES; number += 1) {
    const body = makeBatch(device, answers);
    const [first, second] = number < WARM_UP ? [new Timing(), new Timing()] : [ingest, raw];
    await first.of(() => push(device, body));
    const rows = await bare.newRows();
    await second.of(() => bare.insert(rows));
  }
  const rate = (timing: Timing): string => String(Math.round((ITEMS / timing.middle) * 1_000)).padStart(6);
  console.log(`${String(answers)} answers each`);
  console.log(`  over HTTP ${rate(ingest)} responses a second  ${ingest.toString()}`);
  console.log(`  pg alone  ${rate(raw)} responses a second  ${raw.toString()}`);
  console.log(`  ${String(Math.round((raw.middle / ingest.middle) * 100))} % of pg alone`);
}

try {
  const bare = await BareTables.open(await ownDatabase());
  const device = await server.device();
  await bench(bare, device, 1);
  await bench(bare, device, 20);
  await bare.close();
} finally {
  await server.stop();
  await stopPostgres();
}
