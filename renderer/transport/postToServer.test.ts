// @vitest-environment node
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Exchange } from './exchange.ts';
import { gzip } from './gzip.ts';
import { postToServer } from './postToServer.ts';

let server: Server | null = null;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

async function listen(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return address !== null && typeof address === 'object' ? `http://127.0.0.1:${String(address.port)}` : '';
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

const json = { json: { hello: 'Ļ' } };
const soon = { deadline: 5_000 };

describe('posting to the server', () => {
  it('sends JSON and gives back status, type and parsed body', async () => {
    const url = await listen(async (request, response) => {
      const body = await bodyOf(request);
      response.setHeader('content-type', 'application/json; charset=utf-8').end(body);
    });
    expect(await postToServer(url, json, soon)).toEqual({
      kind: 'reply',
      reply: { status: 200, contentType: 'application/json; charset=utf-8', body: { hello: 'Ļ' } },
    });
  });

  it('F3 sends a packed body as gzip, with the token', async () => {
    let seen: unknown;
    const url = await listen(async (request, response) => {
      const text = gunzipSync(await bodyOf(request)).toString('utf8');
      const { authorization, 'content-encoding': encoding } = request.headers;
      seen = { text, authorization, encoding };
      response.end();
    });
    await postToServer(url, { gzipped: await gzip('{"a":"Ļ"}') }, { ...soon, token: 'secret' });
    expect(seen).toEqual({ text: '{"a":"Ļ"}', authorization: 'Bearer secret', encoding: 'gzip' });
  });

  it('S6 follows no redirect', async () => {
    let requests = 0;
    const url = await listen((_request, response) => {
      requests += 1;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await postToServer(url, json, soon)).toEqual({ kind: 'unreachable' });
    expect(requests).toBe(1);
  });

  it("A4 gives a captive portal's page as a reply without a body", async () => {
    const url = await listen((_request, response) => {
      response.setHeader('content-type', 'text/html').end('<h1>Welcome to Free Wi-Fi</h1>');
    });
    expect(await postToServer(url, json, soon)).toEqual({
      kind: 'reply',
      reply: { status: 200, contentType: 'text/html', body: undefined },
    });
  });

  it.each([
    ['120', 120],
    ['Fri, 31 Dec 2027 23:59:59 GMT', 3_599],
    ['Fri, 31 Dec 2027 22:00:00 GMT', 0],
    ['-5', undefined],
    ['soon', undefined],
  ])('S4 reads Retry-After %s, a date by the date of the reply', async (header, seconds) => {
    const url = await listen((_request, response) => {
      response.writeHead(503, { 'retry-after': header, date: 'Fri, 31 Dec 2027 23:00:00 GMT' }).end();
    });
    const { kind, reply } = (await postToServer(url, json, soon)) as Extract<Exchange, { kind: 'reply' }>;
    expect([kind, reply.retryAfterSeconds]).toEqual(['reply', seconds]);
  });

  it.each([
    ['never answers', () => undefined],
    ['begins and never ends', (response: { write: (text: string) => void }) => response.write('{"a":')],
  ])('S6 has a deadline for a server that %s', async (_name, answer) => {
    const url = await listen((_request, response) => {
      answer(response);
    });
    expect(await postToServer(url, json, { deadline: 100 })).toEqual({ kind: 'timedOut' });
  });

  it('A4 takes a connection cut in mid-reply for no reply', async () => {
    const url = await listen((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"protocol":1');
      setImmediate(() => response.destroy());
    });
    expect(await postToServer(url, json, soon)).toEqual({ kind: 'unreachable' });
  });

  it('finds nobody at a closed port', async () => {
    const url = await listen((_request, response) => response.end());
    server?.close();
    server?.closeAllConnections();
    expect(await postToServer(url, json, soon)).toEqual({ kind: 'unreachable' });
  });
});
