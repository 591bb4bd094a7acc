import { createServer, type RequestListener, type Server } from 'node:http';

/** Something that answers on our server's address and is not our server. */
export interface Impostor {
  /** Pushes, hellos and challenges that it was asked. */
  readonly asked: () => number;
  readonly stop: () => Promise<void>;
}

const html = '<!doctype html><title>Free Wi-Fi</title><p>Please accept the terms</p>';

const IMPOSTORS = {
  'a captive portal that answers 200 with HTML': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(html);
  },
  'a captive portal that redirects': (_request, response) => {
    response.writeHead(302, { location: '/login', 'content-type': 'text/html' }).end(html);
  },
  "another server's JSON": (_request, response) => {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end('{"ok":true,"items":[],"status":"stored"}');
  },
  'another Earshot server': (_request, response) => {
    const body = {
      protocol: 1,
      serverId: 'someone-else',
      nonce: 'n',
      token: 't',
      tokenSeconds: 60,
      items: [],
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  },
  'a proxy that finds everything too large': (_request, response) => {
    response.writeHead(413, { 'content-type': 'text/html' }).end(html);
  },
  'a proxy without its server: 503 with Retry-After': (_request, response) => {
    response.writeHead(503, { 'content-type': 'text/html', 'retry-after': '1' }).end(html);
  },
} as const satisfies Record<string, RequestListener>;

export type ImpostorName = keyof typeof IMPOSTORS;
export const IMPOSTOR_NAMES = Object.keys(IMPOSTORS) as readonly ImpostorName[];

export async function startImpostor(name: ImpostorName, port: number): Promise<Impostor> {
  let asked = 0;
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/sync/') === true) asked += 1;
    request.resume();
    IMPOSTORS[name](request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return { asked: () => asked, stop: () => endServer(server) };
}

/** Also of connections that are still open. */
export const endServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
