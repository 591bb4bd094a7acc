import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { HelloRequest, PushRequest, RawReply } from '../../core/protocol/index.ts';
import { DEVICE_ID, RehearsedServer, SERVER_ID } from '../../renderer/sync/rehearsal/rehearsedServer.ts';
import { rehearsedTime } from '../../renderer/sync/rehearsal/rehearsedTime.ts';

export interface RehearsedApi {
  readonly listener: RequestListener;
  readonly server: RehearsedServer;
  /** Bodies of the enrolments asked for. */
  readonly enrolments: Record<string, unknown>[];
  /** The next requests whose replies are lost on the way: the server acts, the connection breaks. */
  loseReplies: number;
  /** Most pushes that were under way at one time. */
  readonly atOnce: () => number;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
  return JSON.parse(text.toString('utf8'));
}

/** Milliseconds. */
const WRITING = 20;

const ENROLMENT = {
  protocol: 1,
  serverId: SERVER_ID,
  deviceId: DEVICE_ID,
  deviceName: 'Till 1',
  devicePin: '2468',
  touchpoint: { touchpointId: 't', name: 'Till', timezone: 'Europe/Riga' },
  survey: { surveyId: 's', questionnaireId: 'q', questionnaireVersion: '1', definition: { id: 'q' } },
};

/** The server of the rehearsals, spoken to over real HTTP by a real browser. */
export function rehearsedApi(): RehearsedApi {
  const server = new RehearsedServer(rehearsedTime());
  const enrolments: Record<string, unknown>[] = [];
  let underWay = 0;
  let most = 0;
  const act = (path: string, body: unknown, token: string): RawReply => {
    if (path === '/api/sync/challenge') return server.challenge();
    if (path === '/api/sync/hello') return server.hello(body as HelloRequest);
    if (path === '/api/sync/push') return server.push(token, body as PushRequest);
    enrolments.push(body as Record<string, unknown>);
    return { status: 200, contentType: 'application/json', body: ENROLMENT };
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '';
    const pushing = path === '/api/sync/push' ? 1 : 0;
    underWay += pushing;
    most = Math.max(most, underWay);
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const reply = act(path, await readBody(request), token);
    // A server has to write before it answers: time in which another push would be seen.
    if (pushing === 1) await new Promise((resolve) => setTimeout(resolve, WRITING));
    underWay -= pushing;
    if (api.loseReplies > 0) {
      api.loseReplies -= 1;
      response.destroy();
      return;
    }
    response.writeHead(reply.status, { 'content-type': reply.contentType }).end(JSON.stringify(reply.body));
  };
  const api: RehearsedApi = {
    listener: (request, response) => void answer(request, response),
    server,
    enrolments,
    loseReplies: 0,
    atOnce: () => most,
  };
  return api;
}
