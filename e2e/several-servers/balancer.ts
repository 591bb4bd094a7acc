import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Gives each connection to the next server in turn, and to the one after it where nobody listens. It knows nothing of HTTP's meaning. */
export interface Balancer {
  readonly origin: string;
  /** Connections that a server left while it owed an answer. */
  readonly cut: () => number;
  /** The next push is on its way to the server at this port. */
  nextPushTo(port: number): Promise<void>;
  stop(): Promise<void>;
}

const PUSH = 'POST /api/sync/push';

export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const sockets = new Set<Socket>();
  const waiting = new Map<number, () => void>();
  let cut = 0;
  let turn = 0;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };

  const join = (client: Socket, server: Socket, port: number): void => {
    let owed = false;
    client.on('data', (bytes: Buffer) => {
      owed = true;
      server.write(bytes);
      if (bytes.toString('latin1', 0, PUSH.length) !== PUSH) return;
      waiting.get(port)?.();
      waiting.delete(port);
    });
    server.on('data', (bytes: Buffer) => {
      owed = false;
      client.write(bytes);
    });
    server.on('close', () => {
      if (owed) cut += 1;
      owed = false;
      client.destroy();
    });
    client.on('close', () => {
      owed = false;
      server.destroy();
    });
    client.resume();
  };

  const find = (client: Socket, tries: number): void => {
    const port = ports[turn++ % ports.length] ?? 0;
    const server = keep(connect({ port, host: '127.0.0.1', noDelay: true }));
    let joined = false;
    server.once('connect', () => {
      joined = true;
      join(client, server, port);
    });
    server.once('close', () => {
      if (joined) return;
      if (tries > 1 && !client.destroyed) find(client, tries - 1);
      else client.destroy();
    });
  };

  const server = createServer({ noDelay: true, pauseOnConnect: true }, (client) => {
    find(keep(client), ports.length);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    cut: () => cut,
    nextPushTo: (port) => new Promise((resolve) => waiting.set(port, resolve)),
    stop: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
