import type { PushItem, PushRequest, RawReply } from '../../../core/protocol/index.ts';
import type { Exchange } from '../../transport/exchange.ts';
import type { NetworkPort, PackedBatch } from '../ports.ts';
import { unpack } from './rehearsedPacking.ts';
import type { RehearsedServer } from './rehearsedServer.ts';
import type { RehearsedTime } from './rehearsedTime.ts';

/**
 * What may happen to an exchange. `before`: the server never saw the request; `after`: it acted, and the reply was lost. Verdicts that
 * are not ours to believe come from somebody who took nothing: a pump that believes them loses responses.
 */
export const FAULTS = [
  'unreachable before',
  'unreachable after',
  'timed out before',
  'timed out after',
  'captive portal',
  "another server's JSON",
  'proxy 413',
  'batch_too_large',
  'too_many_requests',
  'unavailable with Retry-After',
  'internal',
  'token expired',
  'broken body',
  'reply to another batch',
  'verdicts missing',
  'verdicts unknown',
  'verdicts of other hashes',
  'all retry',
] as const;
export type Fault = (typeof FAULTS)[number];

const html: RawReply = { status: 200, contentType: 'text/html', body: undefined };

type Members = Record<string, unknown>;
const changed = (raw: RawReply, change: Members): RawReply => ({
  ...raw,
  body: { ...(raw.body as Members), ...change },
});
const withItems = (raw: RawReply, change: Members): RawReply => {
  const items = (raw.body as { items?: readonly Members[] }).items?.map((item) => ({ ...item, ...change }));
  return items === undefined ? raw : changed(raw, { items });
};

/** What is asked of the server. */
interface Asked {
  readonly act: () => RawReply;
  /** The reply of one who takes nothing and says that all is stored. */
  readonly claim: () => RawReply;
  /** The server took one half and names that alone. */
  readonly actByHalf: () => RawReply;
}

function spoil(fault: Fault, { act, claim, actByHalf }: Asked, server: RehearsedServer): Exchange {
  const said = (reply: RawReply): Exchange => ({ kind: 'reply', reply });
  switch (fault) {
    case 'unreachable before':
      return { kind: 'unreachable' };
    case 'unreachable after':
      act();
      return { kind: 'unreachable' };
    case 'timed out before':
      return { kind: 'timedOut' };
    case 'timed out after':
      act();
      return { kind: 'timedOut' };
    case 'captive portal':
      return said(html);
    case "another server's JSON":
      return said(changed(claim(), { serverId: 'server-2' }));
    case 'proxy 413':
      return said({ ...html, status: 413 });
    case 'batch_too_large':
    case 'too_many_requests':
    case 'internal':
      return said(server.refuse(fault));
    case 'unavailable with Retry-After':
      return said(server.refuse('unavailable', 120));
    case 'token expired':
      server.expireTokens();
      return said(act());
    case 'broken body':
      act();
      return said({ status: 200, contentType: 'application/json', body: undefined });
    case 'reply to another batch':
      return said(changed(claim(), { batchId: 'other' }));
    case 'verdicts missing':
      return said(actByHalf());
    case 'verdicts unknown':
      return said(withItems(claim(), { verdict: 'splendid' }));
    case 'verdicts of other hashes':
      return said(withItems(claim(), { contentHash: '0'.repeat(64) }));
    case 'all retry':
      return said(withItems(claim(), { verdict: 'retry' }));
  }
}

/** What is on the wire is known by itself: only its length is looked at. */
let wire = new ArrayBuffer(1 << 20);
function bytesOf(length: number): PackedBatch {
  if (wire.byteLength < length) wire = new ArrayBuffer(2 * length);
  return new Uint8Array(wire, 0, length);
}

/** About what JSON takes for an item beside its payload. */
const BESIDE_PAYLOAD = 220;

/** Its first half, with a verdict in words for each. */
function halfOf({ brief: _, ...request }: PushRequest): PushRequest {
  return { ...request, items: request.items.slice(0, Math.floor(request.items.length / 2)) };
}

/** The way to a rehearsed server, spoiled by the faults that `nextFault` names, one per exchange. */
export function faultyNetwork(
  server: RehearsedServer,
  time: RehearsedTime,
  nextFault: () => Fault | null,
): NetworkPort {
  const requests = new WeakMap<PackedBatch, PushRequest>();
  const exchange = (asked: Asked): Exchange => {
    const fault = nextFault();
    time.pass(fault?.startsWith('timed out') === true ? 60_000 : 20);
    return fault === null ? { kind: 'reply', reply: asked.act() } : spoil(fault, asked, server);
  };
  const ask = (act: () => RawReply): Exchange => exchange({ act, claim: act, actByHalf: act });
  /** A quarter of the text: about what gzip makes of it. */
  const pack = (request: PushRequest): PackedBatch => {
    let length = 0;
    for (const { payload } of request.items as readonly PushItem[]) length += payload.length + BESIDE_PAYLOAD;
    const packed = bytesOf(Math.ceil(length / 4));
    requests.set(packed, request);
    return packed;
  };
  return {
    challenge: async () => ask(() => server.challenge()),
    hello: async (request) => ask(() => server.hello(request)),
    pack: async (request) => pack(request),
    // Unpacked bytes stand for gzip here, too.
    packAround: async (frame, members) => {
      const items = unpack(members);
      return items === null ? bytesOf(1) : pack({ ...frame, items: items as PushRequest['items'] });
    },
    push: async (token, packed) => {
      const request = requests.get(packed);
      if (request === undefined) return ask(() => server.refuse('bad_request'));
      return exchange({
        act: () => server.push(token, request),
        claim: () => server.claim(request),
        actByHalf: () => server.push(token, halfOf(request)),
      });
    },
  };
}
