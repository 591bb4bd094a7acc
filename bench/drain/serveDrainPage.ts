import { once } from 'node:events';
import { Agent, createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
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

async function bodyOf(request: IncomingMessage, wire: Wire): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  for (const part of parts) wire.bytes += part.length;
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

interface Said {
  readonly status?: number;
  readonly body: unknown;
}

function say(response: ServerResponse, { status = 200, body }: Said, wire: Wire): void {
  const text = JSON.stringify(body);
  wire.bytes += Buffer.byteLength(text);
  response.writeHead(status, { 'content-type': 'application/json' }).end(text);
}

/** Hands a request on to the real sync server. */
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

/** The least of CouchDB that a push replication asks for, in memory: no disk, no checks. It flatters PouchDB. */
function couch() {
  const local = new Map<string, unknown>();
  const documents = new Map<string, unknown>();
  return (path: string, method: string, body: unknown): Said => {
    const [, , database = '', ...rest] = path.split('/');
    const end = rest.join('/');
    if (end === '') return { body: { db_name: database, update_seq: 0, instance_start_time: '0' } };
    if (end === '_revs_diff') {
      const asked = Object.entries(body as Record<string, string[]>);
      return { body: Object.fromEntries(asked.map(([id, revs]) => [id, { missing: revs }])) };
    }
    if (end === '_bulk_docs') {
      for (const document of (body as { docs: { _id: string }[] }).docs)
        documents.set(document._id, document);
      return { status: 201, body: [] };
    }
    if (method === 'PUT') {
      local.set(path, body);
      return { status: 201, body: { ok: true, id: end, rev: '0-1' } };
    }
    const found = local.get(path);
    return found === undefined ? { status: 404, body: { error: 'not_found' } } : { body: found };
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
): Promise<{ url: string; wire: Wire; close(): void }> {
  const wire: Wire = { bytes: 0 };
  const scripts = await bundlePages();
  const couchDb = couch();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path.startsWith('/api/')) {
      handOn(syncServer, request, response, wire);
    } else if (path.startsWith('/couch/')) {
      say(response, couchDb(path, request.method ?? 'GET', await bodyOf(request, wire)), wire);
    } else if (path === '/rx/push') {
      await bodyOf(request, wire);
      say(response, { body: [] }, wire);
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
    close: () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}
