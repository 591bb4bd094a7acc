/**
 * A server that speaks what a push replication of CouchDB's asks for, and keeps what it gets with PouchDB's own storage of files
 * (LevelDB, which it doesn't have flushed). A process of its own, like the sync server: `couchServer.ts FOLDER`, tells its address
 * to the one that forked it.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import LevelDb from 'pouchdb-adapter-leveldb';
import PouchDb, { type Database } from 'pouchdb-core';

const [, , folder = '.'] = process.argv;
const Stored = PouchDb.plugin(LevelDb);
const databases = new Map<string, Database>();

function databaseOf(name: string): Database {
  const known = databases.get(name);
  if (known !== undefined) return known;
  const database = new Stored(join(folder, name), { adapter: 'leveldb' });
  databases.set(name, database);
  return database;
}

interface Said {
  readonly status?: number;
  readonly body: unknown;
}

async function answer(method: string, path: string, body: unknown): Promise<Said> {
  const [, , name = '', ...rest] = path.split('/');
  const database = databaseOf(name);
  const end = rest.map(decodeURIComponent).join('/');
  if (end === '') return { body: { ...(await database.info()), instance_start_time: '0' } };
  if (end === '_revs_diff') return { body: await database.revsDiff(body as object) };
  if (end === '_bulk_docs') return { status: 201, body: await database.bulkDocs(body as object) };
  if (method === 'PUT') return { status: 201, body: await database.put(body as object) };
  try {
    return { body: await database.get(end) };
  } catch (error) {
    if ((error as { status?: number }).status !== 404) throw error;
    return { status: 404, body: { error: 'not_found', reason: 'missing' } };
  }
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const body = method === 'GET' ? undefined : await json(request);
  const said = await answer(method, new URL(url, 'http://localhost').pathname, body);
  response
    .writeHead(said.status ?? 200, { 'content-type': 'application/json' })
    .end(JSON.stringify(said.body));
}

const server = createServer((request, response) => {
  serve(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
}).listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
