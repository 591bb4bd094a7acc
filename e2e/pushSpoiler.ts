import {
  createServer,
  request,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import { gunzipSync } from 'node:zlib';
import { endServer } from './impostor.ts';

/** What comes back from the real server for a push. */
interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

interface SeenPush {
  readonly items: number;
  /** In milliseconds. */
  readonly at: number;
  /** What it was answered; 0 as long as it was not. */
  status: number;
}

/** Between the device and the real server: everything passes untouched but the pushes. */
export interface Spoiler {
  readonly pushes: readonly SeenPush[];
  readonly stop: () => Promise<void>;
}

type Spoil = (push: {
  /** How many pushes came before. */
  readonly nth: number;
  readonly items: number;
  /** Lets it through to the real server, which commits. */
  readonly pass: () => Promise<Answer>;
  readonly response: ServerResponse;
}) => Promise<void>;

const say = (response: ServerResponse, { status, headers, body }: Answer): void => {
  const { 'transfer-encoding': _, connection: __, ...kept } = headers;
  response.writeHead(status, { ...kept, 'content-length': Buffer.byteLength(body) }).end(body);
};

/** The first push only; the next ones pass. */
const once =
  (spoil: (answer: Answer, response: ServerResponse) => void): Spoil =>
  async ({ nth, pass, response }) => {
    const answer = await pass();
    if (nth === 0) spoil(answer, response);
    else say(response, answer);
  };

/** The most items that the proxy of small batches lets through. */
export const LARGEST = 8;
const tooLarge = (response: ServerResponse): void => {
  response.writeHead(413, { 'content-type': 'text/html' }).end('<h1>413</h1>');
};

/** Small batches pass, and the server takes the second one without a word coming back. */
function secondUnanswered(): Spoil {
  let taken = 0;
  return async ({ items, pass, response }) => {
    if (items > LARGEST) {
      tooLarge(response);
      return;
    }
    const answer = await pass();
    if (answer.status === 200) taken += 1;
    if (answer.status !== 200 || taken !== 2) say(response, answer);
  };
}

const rewritten = (change: (body: { batchId: string; items: unknown[] }) => object) =>
  once((answer, response) => {
    const body = JSON.parse(answer.body) as { batchId: string; items: unknown[] };
    say(response, { ...answer, body: JSON.stringify({ ...body, ...change(body) }) });
  });

export const WAIT_SECONDS = 2;

export const SPOILS = {
  'a proxy finds batches of more than eight too large': async ({ items, pass, response }) => {
    if (items <= LARGEST) say(response, await pass());
    else tooLarge(response);
  },
  'of small batches the second is never answered': secondUnanswered(),
  'a proxy asks to come back later': async ({ nth, pass, response }) => {
    if (nth > 0) say(response, await pass());
    else
      response
        .writeHead(503, { 'content-type': 'text/html', 'retry-after': String(WAIT_SECONDS) })
        .end('busy');
  },
  'the reply speaks of another batch': rewritten(() => ({ batchId: 'another' })),
  'the reply ends in the middle of a verdict': once((answer, response) => {
    say(response, { ...answer, body: answer.body.slice(0, answer.body.length / 2) });
  }),
  'the connection breaks in the middle of the reply': once((answer, response) => {
    response.writeHead(200, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
    response.write(answer.body.slice(0, answer.body.length / 2), () => response.destroy());
  }),
  'the reply has verdicts for half of the batch': rewritten(({ items }) => ({
    items: items.slice(0, items.length / 2),
  })),
} as const satisfies Record<string, Spoil>;

export type SpoilName = keyof typeof SPOILS;

async function read(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const forward = (port: number, from: IncomingMessage, body: Buffer): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method, url, headers } = from;
    request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (reply) => {
      read(reply).then((bytes) => {
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: bytes.toString('utf8') });
      }, reject);
    })
      .once('error', reject)
      .end(body);
  });

/** Listens where the device knows its server; the real one listens at `serverPort`. */
export async function startSpoiler(name: SpoilName, port: number, serverPort: number): Promise<Spoiler> {
  const pushes: SeenPush[] = [];
  const spoil: Spoil = SPOILS[name];
  const answer = async (from: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await read(from);
    if (from.url !== '/api/sync/push') {
      say(response, await forward(serverPort, from, body));
      return;
    }
    const { items } = JSON.parse(gunzipSync(body).toString('utf8')) as { items: unknown[] };
    const push: SeenPush = { items: items.length, at: performance.now(), status: 0 };
    const nth = pushes.push(push) - 1;
    await spoil({ nth, items: items.length, pass: () => forward(serverPort, from, body), response });
    push.status = response.statusCode;
  };
  const server = createServer((from, response) => {
    answer(from, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return { pushes, stop: () => endServer(server) };
}
