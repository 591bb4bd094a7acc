/**
 * The network is back: 2,000 devices with 50 responses each come at once, from one address, with the very pump that the browser runs.
 * What counts: every response is in the store once, and no answer is an error but one that says when to come again.
 */
import { makeUuidV7, type Clock, type RandomSource } from '../core/kernel/index.ts';
import { sealResponse } from '../core/response/index.ts';
import { startServer, type TestServer } from '../e2e/server.ts';
import { storedResponses } from '../e2e/store.ts';
import { runPump, type RunningPump } from '../renderer/sync/runPump.ts';
import { deviceNetwork } from '../renderer/sync/deviceNetwork.ts';
import type { NetworkPort } from '../renderer/sync/ports.ts';
import { RehearsedOutbox } from '../renderer/sync/rehearsal/rehearsedOutbox.ts';
import type { Exchange } from '../renderer/transport/exchange.ts';
import { sampleResponse, type TestDevice } from '../sync-server/testing/index.ts';
import { enrolDevices } from './push/pusher.ts';
import { quantile } from './quantile.ts';

const DEVICES = Number(process.argv[2] ?? 2_000);
const WAITING = 50;
const TELL_EVERY = 15_000;

const clock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };
const random: RandomSource = { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) };
const answers = new Map<string, number>();
const took = { hello: [] as number[], push: [] as number[] };

/** Notes how each exchange ended and how long it took. */
function watched(network: NetworkPort): NetworkPort {
  const noted = async (times: number[] | null, work: () => Promise<Exchange>): Promise<Exchange> => {
    const start = performance.now();
    const exchange = await work();
    times?.push(performance.now() - start);
    const said =
      exchange.kind !== 'reply'
        ? exchange.kind
        : `${String(exchange.reply.status)}${exchange.reply.retryAfterSeconds === undefined ? '' : ' with Retry-After'}`;
    answers.set(said, (answers.get(said) ?? 0) + 1);
    return exchange;
  };
  return {
    pack: (request) => network.pack(request),
    packAround: (frame, items) => network.packAround(frame, items),
    challenge: () => noted(null, () => network.challenge()),
    hello: (request) => noted(took.hello, () => network.hello(request)),
    push: (token, packed) => noted(took.push, () => network.push(token, packed)),
  };
}

function outboxOf(device: TestDevice): RehearsedOutbox {
  const epoch = makeUuidV7(Date.now(), random);
  const outbox = new RehearsedOutbox(
    { ...clock, pass: () => undefined, setWall: () => undefined },
    () => epoch,
  );
  for (let index = 0; index < WAITING; index += 1) {
    const sealed = sealResponse(sampleResponse({ face: 1 + (index % 5), deviceId: device.deviceId }));
    outbox.record(sealed.payload, sealed.responseId);
  }
  return outbox;
}

async function storm(server: TestServer): Promise<void> {
  const devices = await enrolDevices(server, DEVICES);
  const clients = devices.map((device) => ({ device, outbox: outboxOf(device) }));
  const start = performance.now();
  const pumps: RunningPump[] = clients.map(({ device, outbox }) =>
    runPump({
      clock,
      random,
      outbox,
      network: watched(deviceNetwork(server.origin, device.deviceId)),
      identity: {
        deviceId: device.deviceId,
        serverId: device.enrolment?.serverId ?? '',
        sign: (text) => device.sign(text),
      },
    }),
  );
  const isDrained = (): boolean =>
    clients.every(({ outbox }) => outbox.waiting.size + outbox.parked.size === 0);
  const telling = setInterval(() => {
    const left = clients.filter(({ outbox }) => outbox.waiting.size > 0).length;
    const said = [...answers].map(([answer, count]) => `${answer}: ${String(count)}`).join(', ');
    console.error(
      `  ${((performance.now() - start) / 1000).toFixed(0)} s: ${String(left)} devices left; ${said}`,
    );
  }, TELL_EVERY);
  while (!isDrained()) await new Promise((resolve) => setTimeout(resolve, 100));
  clearInterval(telling);
  const seconds = (performance.now() - start) / 1000;
  await Promise.all(pumps.map((pump) => pump.stop()));
  report(seconds, clients.flatMap(({ outbox }) => outbox.acknowledged).length, server.dataFolder);
}

function report(seconds: number, acknowledged: number, dataFolder: string): void {
  const ids = storedResponses(dataFolder).map(({ responseId }) => responseId);
  const rate = Math.round(acknowledged / seconds);
  console.log(
    `${String(DEVICES)} devices, ${String(acknowledged)} responses in ${seconds.toFixed(1)} s: ${String(rate)} a second`,
  );
  console.log(`stored ${String(ids.length)}, of them different ${String(new Set(ids).size)}`);
  for (const [name, times] of Object.entries(took))
    console.log(
      `${name.padEnd(6)} p50 ${quantile(times, 0.5).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms`,
    );
  for (const [said, count] of [...answers].sort()) console.log(`  ${said}: ${String(count)}`);
}

const server = await startServer();
try {
  await storm(server);
} finally {
  await server.remove();
}
