import { PROTOCOL } from '../../core/protocol/index.ts';
import { gzip } from '../transport/gzip.ts';
import { postToServer } from '../transport/postToServer.ts';
import type { NetworkPort } from './ports.ts';

const DEADLINE = 15_000;

/** A line slower than 16 KiB a second is given smaller batches (S2); a small batch that hangs is not worth a minute. */
const pushDeadline = (deadline: number, bytes: number): number => deadline + bytes / 16.384;

/** Members of gzip one behind the other are gzip (RFC 1952, 2.2). */
function joined(members: readonly (ArrayBuffer | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(members.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const member of members) {
    bytes.set(new Uint8Array(member), at);
    at += member.byteLength;
  }
  return bytes;
}

/** The device's endpoints at `origin`; an empty origin is the page's own. */
export const deviceNetwork = (origin: string, deviceId: string, deadline = DEADLINE): NetworkPort => ({
  challenge: () =>
    postToServer(`${origin}/api/sync/challenge`, { json: { protocol: PROTOCOL, deviceId } }, { deadline }),
  hello: (request) => postToServer(`${origin}/api/sync/hello`, { json: request }, { deadline }),
  pack: (request) => gzip(JSON.stringify(request)),
  packAround: async (frame, items) => {
    const [open, comma, close] = await Promise.all([
      gzip(`${JSON.stringify(frame).slice(0, -1)},"items":[`),
      gzip(','),
      gzip(']}'),
    ]);
    return joined([
      open,
      ...items.flatMap((member, index) => (index > 0 ? [comma, member] : [member])),
      close,
    ]);
  },
  push: (token, gzipped) =>
    postToServer(
      `${origin}/api/sync/push`,
      { gzipped },
      { deadline: pushDeadline(deadline, gzipped.length), token },
    ),
});
