import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Place } from '../../attachments/index.ts';
import { startServer, type RunningServer } from '../../startServer.ts';
import { newDatabase } from '../openTestStore.ts';
import { TestDevice } from '../testDevice.ts';
import { untilTaken } from './untilTaken.ts';

export interface TwoServers {
  readonly databaseUrl: string;
  readonly origins: readonly [string, string];
  /** What stands behind the `#` of a link that a server printed. */
  codeOf(server: 0 | 1, what: 'enrol' | 'setup'): string;
  /** Enrolled by a server; `origin` may say another one with each request. */
  device(origin?: () => string): Promise<TestDevice>;
  stop(): Promise<void>;
}

/** Two whole servers in this process, each with a data folder of its own, on one new PostgreSQL database. */
export async function startTwoServers(contents: S3Place | null = null): Promise<TwoServers> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  const databaseUrl = await newDatabase();
  const start = async (name: string): Promise<RunningServer> => {
    const rest = { logLevel: 'silent', trustProxy: null, rebuild: false, restored: false, contents };
    const place = { host: '127.0.0.1', port: 0, dataFolder: join(folder, name), databaseUrl };
    const started = await startServer({ ...place, ...rest }, folder, '0.0.0');
    if (!started.ok) throw new Error(started.error);
    return started.value;
  };
  const servers = [await start('one'), await start('two')] as const;
  const linkOf = (server: RunningServer, part: string): URL => {
    const link = server.links.find(({ link: one }) => one.includes(part))?.link;
    if (link === undefined) throw new Error(`no link with ${part}`);
    return new URL(link);
  };
  const originOf = (server: RunningServer): string => linkOf(server, '/console/').origin;
  const origins = [originOf(servers[0]), originOf(servers[1])] as const;
  const codeOf: TwoServers['codeOf'] = (server, what) =>
    linkOf(servers[server], `#${what}=`).hash.replace(`#${what}=`, '');
  return {
    databaseUrl,
    origins,
    codeOf,
    async device(origin = () => origins[0]) {
      const device = await TestDevice.make(origin);
      await untilTaken(() => device.enrol(codeOf(0, 'enrol')));
      await untilTaken(() => device.hello());
      if (device.token === '') throw new Error('the device was not enrolled');
      return device;
    },
    async stop() {
      for (const server of servers) await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
