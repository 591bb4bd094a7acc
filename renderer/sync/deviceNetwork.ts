import { PROTOCOL } from '../../core/protocol/index.ts';
import { gzip } from '../transport/gzip.ts';
import { postToServer } from '../transport/postToServer.ts';
import type { NetworkPort } from './ports.ts';

const HELLO_DEADLINE = 15_000;
const PUSH_DEADLINE = 60_000;

/** The device's endpoints at `origin`; an empty origin is the page's own. */
export const deviceNetwork = (origin: string, deviceId: string): NetworkPort => ({
  challenge: () =>
    postToServer(
      `${origin}/api/sync/challenge`,
      { json: { protocol: PROTOCOL, deviceId } },
      { deadline: HELLO_DEADLINE },
    ),
  hello: (request) =>
    postToServer(`${origin}/api/sync/hello`, { json: request }, { deadline: HELLO_DEADLINE }),
  pack: (request) => gzip(JSON.stringify(request)),
  push: (token, gzipped) =>
    postToServer(`${origin}/api/sync/push`, { gzipped }, { deadline: PUSH_DEADLINE, token }),
});
