/**
 * The network is back: 2,000 devices with 50 responses each come at once, from one address, with the very pump and the very deadlines
 * that the browser has. What counts: every response is in the store once, and no answer is an error but one that says when to come
 * again. `npm run bench storm`; EARSHOT_STORM=500 for fewer devices.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { makeUuidV7, type Clock, type RandomSource } from '../core/kernel/index.ts';
import { sealResponse } from '../core/response/index.ts';
import { startServer, type TestServer } from '../e2e/server.ts';
import { storedResponses } from '../e2e/store.ts';
import { runPump, type RunningPump } from '../renderer/sync/runPump.ts';
import { sampleResponse, type TestDevice } from '../sync-server/testing/index.ts';
import { enrolDevices } from './push/pusher.ts';
import { quantile } from './quantile.ts';
import { PackedOutbox } from './storm/packedOutbox.ts';
import { Answers, watchedNetwork } from './storm/watchedNetwork.ts';

const DEVICES = Number(process.env['EARSHOT_STORM'] ?? 2_000);
const WAITING = 50;
const TELL_EVERY = 15_000;
/** Then it is said what is left, and the run has failed. */
const PATIENCE = 280_000;

const clock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };
const random: RandomSource = { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) };
const answers = new Answers();

interface Client {
  readonly device: TestDevice;
  readonly outbox: PackedOutbox;
}

function clientOf(device: TestDevice, cursor: string | null): Client {
  const epoch = makeUuidV7(Date.now(), random);
  const time = { ...clock, pass: () => undefined, setWall: () => undefined };
  const outbox = new PackedOutbox(time, () => epoch);
  // It has had its survey for long.
  outbox.cursor = cursor;
  for (let index = 0; index < WAITING; index += 1) {
    const sealed = sealResponse(sampleResponse({ face: 1 + (index % 5), deviceId: device.deviceId }));
    outbox.record(sealed.payload, sealed.responseId);
  }
  outbox.pack();
  return { device, outbox };
}

const start = ({ device, outbox }: Client, origin: string): RunningPump =>
  runPump({
    clock,
    random,
    outbox,
    network: watchedNetwork(origin, device.deviceId, answers),
    identity: {
      deviceId: device.deviceId,
      serverId: device.enrolment?.serverId ?? '',
      sign: (text) => device.sign(text),
    },
  });

const isWaiting = ({ outbox }: Client): boolean => outbox.waiting.size + outbox.parked.size > 0;

function tell(clients: readonly Client[], since: number): void {
  const left = clients.filter(isWaiting).length;
  const said = [...answers.counts].map(([answer, count]) => `${answer}: ${String(count)}`).join(', ');
  const seconds = ((performance.now() - since) / 1_000).toFixed(0);
  console.error(`  ${seconds} s: ${String(left)} devices left; ${said}`);
}

/** Gives the seconds until nothing waited. */
async function storm(server: TestServer, clients: readonly Client[]): Promise<number> {
  const since = performance.now();
  const pumps = clients.map((client) => start(client, server.origin));
  const telling = setInterval(() => {
    tell(clients, since);
  }, TELL_EVERY);
  while (clients.some(isWaiting) && performance.now() - since < PATIENCE)
    await new Promise((resolve) => setTimeout(resolve, 100));
  clearInterval(telling);
  const seconds = (performance.now() - since) / 1_000;
  await Promise.all(pumps.map((pump) => pump.stop()));
  return seconds;
}

function report(seconds: number, clients: readonly Client[], dataFolder: string): void {
  const ids = storedResponses(dataFolder).map(({ responseId }) => responseId);
  const count = DEVICES * WAITING;
  const different = new Set(ids).size;
  console.log(
    `${String(DEVICES)} devices with ${String(WAITING)} responses each: ${seconds.toFixed(1)} s, ${String(Math.round(count / seconds))} a second`,
  );
  console.log(`stored ${String(ids.length)}, of them different ${String(different)}`);
  for (const [name, times] of Object.entries(answers.took))
    console.log(
      `${name.padEnd(9)} p50 ${quantile(times, 0.5).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms, max ${Math.max(0, ...times).toFixed(0)} ms`,
    );
  for (const [said, times] of [...answers.counts].sort()) console.log(`  ${said}: ${String(times)}`);
  const left = clients.filter(isWaiting).length;
  const well = left === 0 && ids.length === count && different === count && answers.bad === 0;
  console.log(well ? 'as promised' : `NOT as promised: ${String(left)} devices left`);
  if (!well) process.exitCode = 1;
}

/** Milliseconds; Node counts them in (storm/watchServer.mjs). */
const INTERVAL = 10;

const folder = mkdtempSync(join(tmpdir(), 'earshot-storm-'));
const watched = join(folder, 'watched.json');
const watch = new URL('./storm/watchServer.mjs', import.meta.url).href;
const server = await startServer({ env: { NODE_OPTIONS: `--import ${watch}`, EARSHOT_WATCHED: watched } });
try {
  const devices = await enrolDevices(server, DEVICES);
  const cursor = (await devices[0]?.hello())?.body.cursor ?? null;
  const clients = devices.map((device) => clientOf(device, cursor));
  const ownDelay = monitorEventLoopDelay({ resolution: INTERVAL });
  ownDelay.enable();
  const seconds = await storm(server, clients);
  ownDelay.disable();
  await server.stop();
  report(seconds, clients, server.dataFolder);
  const { maxMegabytes, cpuSeconds, delayP99, delayMax } = JSON.parse(
    readFileSync(watched, 'utf8'),
  ) as Record<'maxMegabytes' | 'cpuSeconds' | 'delayP99' | 'delayMax', number>;
  console.log(
    `server: ${maxMegabytes.toFixed(0)} MB at the most, ${cpuSeconds.toFixed(0)} s of processor, event loop late p99 ${delayP99.toFixed(0)} ms, max ${delayMax.toFixed(0)} ms`,
  );
  console.log(
    `the devices' process: event loop late p99 ${(ownDelay.percentile(99) / 1e6 - INTERVAL).toFixed(0)} ms, max ${(ownDelay.max / 1e6 - INTERVAL).toFixed(0)} ms`,
  );
} finally {
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
}
