import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { until } from '../../../e2e/until.ts';
import { freePort } from '../../../sync-server/testing/index.ts';
import type { Programs } from './debianPrograms.ts';

const ACCOUNT = 'earshot';
export const DATABASE = 'earshot';
const NOBODY = 65_534;
const PATIENCE = 60_000;

export interface Node {
  readonly port: number;
  readonly process: ChildProcess;
}

/** Everything runs in one folder and as an account that owns nothing else: PostgreSQL and PgBouncer refuse to be root. */
export class Stage {
  readonly #programs: Programs;
  readonly #folder = mkdtempSync(join(tmpdir(), 'earshot-failover-'));
  readonly #who = userInfo().uid === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  readonly #started: ChildProcess[] = [];

  constructor(programs: Programs) {
    this.#programs = programs;
    if (this.#who.uid !== undefined) chownSync(this.#folder, this.#who.uid, this.#who.gid);
  }

  urlAt(port: number, database: string): string {
    return `postgres://${ACCOUNT}@127.0.0.1:${String(port)}/${database}`;
  }

  async primary(): Promise<Node> {
    const data = join(this.#folder, 'primary');
    this.#run(this.#programs.initdb, [
      '-D',
      data,
      '-U',
      ACCOUNT,
      '-E',
      'UTF8',
      '--locale=C',
      '--auth=trust',
      '--no-sync',
    ]);
    const node = await this.#postgres(data);
    await this.ask(node.port, 'postgres', `create database ${DATABASE} encoding 'UTF8' template template0`);
    return node;
  }

  /** A copy of the primary that every commit waits for from now on. */
  async synchronousStandby(primary: Node): Promise<Node> {
    const data = join(this.#folder, 'standby');
    const from = `host=127.0.0.1 port=${String(primary.port)} user=${ACCOUNT} application_name=standby`;
    this.#run(this.#programs.pgBasebackup, ['-d', from, '-D', data, '-R', '-X', 'stream', '-c', 'fast']);
    const node = await this.#postgres(data);
    await this.ask(primary.port, 'postgres', `alter system set synchronous_standby_names = 'standby'`);
    await this.ask(primary.port, 'postgres', 'select pg_reload_conf()');
    await until('the standby is synchronous', PATIENCE, async () => {
      const [row] = await this.ask(primary.port, 'postgres', 'select sync_state from pg_stat_replication');
      return row?.['sync_state'] === 'sync' ? true : undefined;
    });
    return node;
  }

  async promote(standby: Node): Promise<void> {
    await this.ask(standby.port, 'postgres', 'select pg_promote()');
    await until('the standby takes writes', PATIENCE, async () => {
      const [row] = await this.ask(standby.port, 'postgres', 'select pg_is_in_recovery() as waits');
      return row?.['waits'] === false ? true : undefined;
    });
  }

  /** PgBouncer in transaction mode before `to`; `pointTo` gives its clients another node. */
  async pooler(to: Node): Promise<{ readonly port: number; pointTo(node: Node): void }> {
    const port = await freePort();
    const [settings, accounts] = [join(this.#folder, 'pgbouncer.ini'), join(this.#folder, 'accounts.txt')];
    const write = (node: Node): void => {
      writeFileSync(settings, poolerSettings({ port, to: node.port, accounts }));
    };
    writeFileSync(accounts, `"${ACCOUNT}" ""\n`);
    write(to);
    const pooler = this.#spawn(this.#programs.pgbouncer, [settings]);
    await listens(port);
    return {
      port,
      pointTo: (node) => {
        write(node);
        pooler.kill('SIGHUP');
      },
    };
  }

  /** HAProxy, connection by connection in turn, leaving out whoever does not listen. */
  async balancer(ports: readonly number[]): Promise<number> {
    const port = await freePort();
    const settings = join(this.#folder, 'haproxy.cfg');
    const servers = ports.map((one) => `  server s${String(one)} 127.0.0.1:${String(one)} check inter 500`);
    writeFileSync(
      settings,
      `defaults
  mode tcp
  timeout connect 2s
  timeout client 60s
  timeout server 60s
  retries 2
  option redispatch
listen earshot
  bind 127.0.0.1:${String(port)}
  balance roundrobin
${servers.join('\n')}
`,
    );
    this.#spawn(this.#programs.haproxy, ['-f', settings, '-db']);
    await listens(port);
    return port;
  }

  async ask(
    port: number,
    database: string,
    question: string,
  ): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const client = new pg.Client({ connectionString: this.urlAt(port, database) });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(question)).rows;
    } finally {
      await client.end();
    }
  }

  end(): void {
    for (const child of this.#started)
      child.kill(child.spawnfile === this.#programs.postgres ? 'SIGQUIT' : 'SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }

  async #postgres(data: string): Promise<Node> {
    const port = await freePort();
    const settings = { port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: '' };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = this.#spawn(this.#programs.postgres, ['-D', data, ...flags]);
    await until('PostgreSQL answers', PATIENCE, () =>
      this.ask(port, 'postgres', 'select 1').then(
        () => true,
        () => undefined,
      ),
    );
    return { port, process: child };
  }

  #run(program: string, args: readonly string[]): void {
    execFileSync(program, args, { ...this.#who, cwd: this.#folder, stdio: 'pipe' });
  }

  #spawn(program: string, args: readonly string[]): ChildProcess {
    const child = spawn(program, args, { ...this.#who, cwd: this.#folder, stdio: 'ignore' });
    this.#started.push(child);
    return child;
  }
}

const poolerSettings = (of: {
  readonly port: number;
  readonly to: number;
  readonly accounts: string;
}): string => `[databases]
${DATABASE} = host=127.0.0.1 port=${String(of.to)} dbname=${DATABASE}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${String(of.port)}
unix_socket_dir =
auth_type = trust
auth_file = ${of.accounts}
pool_mode = transaction
default_pool_size = 40
server_login_retry = 1
`;

const listens = (port: number): Promise<true> =>
  until(
    `somebody listens at ${String(port)}`,
    PATIENCE,
    () =>
      new Promise<true | undefined>((resolve) => {
        const socket = connect(port, '127.0.0.1');
        socket.once('connect', () => {
          resolve(true);
          socket.destroy();
        });
        socket.once('error', () => {
          resolve(undefined);
        });
      }),
  );
