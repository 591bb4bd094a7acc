import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from '../createServer.ts';
import { createEnrolment } from '../devices/index.ts';
import { openFileKeys, type ServerFileKeys } from '../fileKeys/index.ts';
import { rebuildIfOutdated } from '../ingest/index.ts';
import { seedSample, SAMPLE_TOUCHPOINT } from '../seedSample.ts';
import type { Store } from '../store/index.ts';
import { systemRandom } from '../systemPorts.ts';
import { openTestStore } from './openTestStore.ts';
import { RehearsedClock } from './rehearsedClock.ts';
import { NOON } from './sampleResponse.ts';
import { ADMINISTRATOR, TestConsole } from './testConsole.ts';
import { TestDevice, type DeviceOptions } from './testDevice.ts';

export interface TestServer {
  readonly origin: string;
  readonly store: Store;
  readonly server: Server;
  readonly clock: RehearsedClock;
  readonly folder: string;
  readonly fileKeys: ServerFileKeys;
  newCode(): Promise<string>;
  /** Enrolled and with a token. */
  device(options?: DeviceOptions): Promise<TestDevice>;
  /** Signed in as the first administrator. */
  console(): Promise<TestConsole>;
  stop(): Promise<void>;
}

export interface TestServerOptions {
  readonly now?: number;
  readonly timezone?: string;
  readonly pagesFolder?: string;
  readonly trustProxy?: string;
}

/** The server as it is, with a real SQLite file in a folder of its own (or in PostgreSQL, see openTestStore), on a free port of the loopback; only time is rehearsed. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  const clock = new RehearsedClock(options.now ?? NOON);
  const store = await openTestStore(folder, clock);
  await seedSample(store, clock.now(), options.timezone ?? 'Europe/Riga');
  await rebuildIfOutdated(store);
  const fileKeys = await openFileKeys(folder, store);
  const server = await createServer({
    store,
    clock,
    random: systemRandom,
    fileKeys,
    dataFolder: folder,
    pagesFolder: options.pagesFolder ?? join(folder, 'pages'),
    version: '0.0.0',
    logLevel: 'silent',
    trustProxy: options.trustProxy ?? null,
    lateness: { milliseconds: () => 0 },
  });
  const origin = await server.app.listen({ host: '127.0.0.1', port: 0 });
  return {
    origin,
    store,
    server,
    clock,
    folder,
    fileKeys,
    ...actors({ origin, store, server, clock }),
    stop,
  };

  async function stop(): Promise<void> {
    await server.app.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function actors(parts: Pick<TestServer, 'origin' | 'store' | 'server' | 'clock'>) {
  const { origin, store, server, clock } = parts;
  const newCode = async (): Promise<string> =>
    (await store.write((tx) => createEnrolment(tx, SAMPLE_TOUCHPOINT, clock.now(), systemRandom))).code;
  return {
    newCode,
    async device(options: DeviceOptions = {}): Promise<TestDevice> {
      const device = await TestDevice.make(origin, { now: () => clock.now(), ...options });
      await device.enrol(await newCode());
      await device.hello();
      return device;
    },
    async console(): Promise<TestConsole> {
      const browser = new TestConsole(origin);
      const made = await browser.post('/api/console/setup', { code: server.setupCode, ...ADMINISTRATOR });
      if (made.status === 200) return browser;
      const { email, password } = ADMINISTRATOR;
      await browser.post('/api/console/sign-in', { email, password });
      return browser;
    },
  };
}
