import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { endServer } from '../impostor.ts';

/** The way to a server, which breaks off in the middle of the worker's install. */
export interface CutInstall {
  readonly port: number;
  /** Files that the install asked for in vain. */
  refused: number;
  /** From now on the worker's script comes through, but nothing after it. */
  readonly letWorkerThrough: () => void;
  readonly mend: () => void;
  readonly stop: () => Promise<void>;
}

/** `to()`: the port of the real server, which is started with the address of this. */
export async function cutInstall(to: () => number): Promise<CutInstall> {
  let state: 'held' | 'cut' | 'whole' = 'held';
  const held: (() => void)[] = [];
  const forward = (from: IncomingMessage, response: ServerResponse): void => {
    const { method, url: path, headers } = from;
    const onwards = request(
      { host: '127.0.0.1', port: to(), method, path, headers, agent: false },
      (reply) => {
        response.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(response);
      },
    );
    onwards.once('error', () => response.destroy());
    response.once('close', () => onwards.destroy());
    from.pipe(onwards);
  };
  const server = createServer((from, response) => {
    const isWorker = from.url?.endsWith('/sw.js') === true;
    if (state === 'held' && isWorker) held.push(() => forward(from, response));
    else if (state === 'cut' && !isWorker) {
      cut.refused += 1;
      response.destroy();
    } else forward(from, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const cut: CutInstall = {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    refused: 0,
    letWorkerThrough: () => {
      state = 'cut';
      for (const pass of held.splice(0)) pass();
    },
    mend: () => void (state = 'whole'),
    stop: () => endServer(server),
  };
  return cut;
}
