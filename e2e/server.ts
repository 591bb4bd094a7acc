import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../sync-server/testing/index.ts';

export interface TestServer {
  readonly origin: string;
  readonly port: number;
  readonly dataFolder: string;
  /** Everything it has printed since it was last started. */
  output(): string;
  /** The first printed link whose address contains `part`, such as '/terminal/'. */
  link(part: string): string;
  /** Of the process that runs now. */
  pid(): number | undefined;
  /** Starts it again on the same port and data, after stop() or kill(). */
  start(moreArgs?: readonly string[]): Promise<void>;
  /** Asks it to stop, as an operator does. */
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

export interface ServerOptions {
  readonly port?: number;
  readonly dataFolder?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const MAIN = join(import.meta.dirname, '../dist/sync-server/main.mjs');
const START_MS = 150_000;

const links = (output: string): string[] => output.match(/https?:\/\/[^\s"'<>]+/g) ?? [];

/** The server has printed its links and answers. */
async function ready(running: ChildProcess, origin: string, output: () => string): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (running.exitCode !== null) throw new Error(`the server ended with ${running.exitCode}:\n${output()}`);
    const page = await fetch(`${origin}/console/`).catch(() => null);
    if (page !== null && links(output()).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`the server did not come up:\n${output()}`);
}

async function end(running: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
  running.kill(signal);
  await once(running, 'exit');
}

/** The server as it ships, from dist/, in a process of its own that can be killed and started again. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const port = options.port ?? (await freePort());
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'earshot-server-')));
  const origin = `http://127.0.0.1:${port}`;
  let running: ChildProcess | undefined;
  let printed = '';
  const killWithUs = () => running?.kill('SIGKILL');
  process.once('exit', killWithUs);

  const server: TestServer = {
    origin,
    port,
    dataFolder,
    output: () => printed,
    pid: () => running?.pid,
    link: (part) => {
      const found = links(printed).find((link) => link.includes(part));
      if (found === undefined) throw new Error(`no link with ${part} in:\n${printed}`);
      return found;
    },
    start: async (moreArgs = []) => {
      printed = '';
      const args = [MAIN, '--port', String(port), '--data', dataFolder, ...(options.args ?? []), ...moreArgs];
      const child = spawn(process.execPath, args, { env: { ...process.env, ...options.env } });
      running = child;
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
      }
      await ready(child, origin, () => printed);
    },
    stop: () => end(running, 'SIGTERM'),
    kill: () => end(running, 'SIGKILL'),
    remove: async () => {
      await end(running, 'SIGKILL');
      process.removeListener('exit', killWithUs);
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}
