import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

export const PEERS = ['earshot', 'pouchDb', 'rxDb'] as const;
export type Peer = (typeof PEERS)[number];

/** Loopback, but not 127.0.0.1: there Dexie takes itself to be under development and traces every call, ours and RxDB's. */
const HOST = '127.0.0.2';

const agent = new Agent({ keepAlive: true });

/** Bytes of bodies that crossed the wire, both ways. */
export interface Wire {
  bytes: number;
}

/** Hands a request on to a real server. */
function handOn(origin: string, request: IncomingMessage, response: ServerResponse, wire: Wire): void {
  const count = (part: Buffer): void => void (wire.bytes += part.length);
  const { method, headers, url = '' } = request;
  const onward = send(
    `${origin}${url}`,
    { agent, headers, ...(method === undefined ? {} : { method }) },
    (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.on('data', count).pipe(response);
    },
  );
  request.on('data', count).pipe(onward);
}

/** Starts the server that PouchDB replicates to. */
async function startCouch(): Promise<{ origin: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-couch-'));
  const child = fork(join(import.meta.dirname, 'couchServer.ts'), [folder]);
  const [origin] = (await once(child, 'message')) as [string];
  return {
    origin,
    stop: async () => {
      child.kill();
      await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Each peer has a page of its own: RxDB brings a Dexie of another version, and two in one page refuse each other. */
async function bundlePages(): Promise<ReadonlyMap<string, string>> {
  const bundle = await build({
    entryPoints: [
      ...PEERS.map((peer) => ({ in: join(import.meta.dirname, `${peer}Page.ts`), out: peer })),
      {
        in: join(import.meta.dirname, '../../renderer/platform/journal/journalWorker.ts'),
        out: 'journalWorker',
      },
    ],
    outdir: 'pages',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  });
  return new Map(bundle.outputFiles.map(({ path, text }) => [basename(path, '.js'), text]));
}

/** The pages of the bench, the way to the real server, and the peers' endpoints, all on one origin. */
export async function serveDrainPage(
  syncServer: string,
): Promise<{ url: string; wire: Wire; close(): Promise<void> }> {
  const wire: Wire = { bytes: 0 };
  const scripts = await bundlePages();
  const couch = await startCouch();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path.startsWith('/api/')) {
      handOn(syncServer, request, response, wire);
    } else if (path.startsWith('/couch/')) {
      handOn(couch.origin, request, response, wire);
    } else if (path === '/rx/push') {
      for await (const part of request) wire.bytes += (part as Buffer).length;
      response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
    } else {
      const script = scripts.get(path.replace(/^\/(.*)\.(js|ts)$/, '$1'));
      response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
      response.end(script ?? `<!doctype html><script type="module" src="${path}.js"></script>`);
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, HOST);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://${HOST}:${String(address.port)}`,
    wire,
    close: async () => {
      await couch.stop();
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}
