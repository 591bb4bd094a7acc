import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { messageSize, pathOf } from './httpMessage.ts';
import type { NetworkFault } from './networkFault.ts';

/** An exchange that has passed, or has met its fault. */
interface PassedExchange {
  readonly path: string;
  readonly fault: NetworkFault | null;
  /** As the server gave it, whether or not it arrived. */
  readonly reply: () => Buffer;
}

/** Stands between a device and its real server, byte by byte: what it does to the network no HTTP library gets to see. */
export interface FaultProxy {
  readonly port: number;
  readonly exchanges: readonly PassedExchange[];
  stop(): Promise<void>;
}

interface ProxyOptions {
  readonly serverPort: number;
  readonly port?: number;
  /** What happens to the next exchange. */
  readonly nextFault: (path: string) => NetworkFault | null;
}

export async function startFaultProxy({
  serverPort,
  port = 0,
  nextFault,
}: ProxyOptions): Promise<FaultProxy> {
  const exchanges: PassedExchange[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (device) => {
    const upstream = connect({ port: serverPort, host: '127.0.0.1', noDelay: true });
    for (const socket of [device, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    }
    new Connection(device, upstream, { exchanges, nextFault }).begin();
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    exchanges,
    stop: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

interface Course {
  readonly exchanges: PassedExchange[];
  readonly nextFault: ProxyOptions['nextFault'];
}

/** Collects each message until it is whole, and passes on what the exchange's fault lets through. */
class Connection {
  readonly #device: Socket;
  readonly #server: Socket;
  readonly #course: Course;
  #request: Buffer = Buffer.alloc(0);
  #reply: Buffer = Buffer.alloc(0);
  #fault: NetworkFault | null = null;
  #silent = false;

  constructor(device: Socket, server: Socket, course: Course) {
    this.#device = device;
    this.#server = server;
    this.#course = course;
  }

  begin(): void {
    this.#device.on('data', (bytes: Buffer) => {
      this.#request = Buffer.concat([this.#request, bytes]);
      const size = messageSize(this.#request);
      if (size !== null && this.#request.length >= size.whole) this.#onRequest(this.#request);
    });
    this.#server.on('data', (bytes: Buffer) => {
      this.#reply = Buffer.concat([this.#reply, bytes]);
      const size = messageSize(this.#reply);
      if (size !== null && this.#reply.length >= size.whole) this.#onReply(this.#reply);
    });
    this.#device.on('close', () => this.#silent || this.#server.destroy());
    this.#server.on('close', () => this.#silent || this.#device.destroy());
  }

  #onRequest(request: Buffer): void {
    const path = pathOf(request);
    let given: Buffer = Buffer.alloc(0);
    this.#fault = this.#course.nextFault(path);
    this.#request = Buffer.alloc(0);
    this.#reply = Buffer.alloc(0);
    this.#course.exchanges.push({ path, fault: this.#fault, reply: () => given });
    this.#onWholeReply = (reply) => (given = reply);
    this.#pass('request', request);
  }

  #onWholeReply: (reply: Buffer) => void = () => undefined;

  #onReply(reply: Buffer): void {
    this.#reply = Buffer.alloc(0);
    this.#onWholeReply(reply);
    this.#pass('reply', this.#fault?.kind === 'swap' ? this.#earlierReply(this.#fault.path) : reply);
  }

  #earlierReply(path: string): Buffer {
    const earlier = this.#course.exchanges.slice(0, -1).filter((exchange) => exchange.path === path);
    const reply = earlier.map((exchange) => exchange.reply()).findLast(({ length }) => length > 0);
    if (reply === undefined) throw new Error(`no earlier reply to ${path} to swap it for`);
    return reply;
  }

  #pass(way: 'request' | 'reply', message: Buffer): void {
    if (this.#silent) return;
    const to = way === 'request' ? this.#server : this.#device;
    const fault = this.#fault;
    if (fault === null || fault.kind === 'swap' || fault.way !== way) to.write(message);
    else if (fault.kind === 'trickle') void trickle(to, message, fault.bytes);
    else {
      const size = messageSize(message) ?? { head: message.length, whole: message.length };
      this.#silent = fault.kind === 'silence';
      const end = (): void => {
        if (fault.kind === 'silence') return;
        this.#device.destroy();
        // The server's side of a lost connection hears of it when the bytes are through.
        this.#server.destroySoon();
      };
      to.write(message.subarray(0, fault.after(size)), end);
    }
  }
}

async function trickle(to: Socket, message: Buffer, bytes: number): Promise<void> {
  for (let at = 0; at < message.length && to.writable; at += bytes) {
    await new Promise((written) => to.write(message.subarray(at, at + bytes), written));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
