import type { PushRequest, RawReply } from '../../../core/protocol/index.ts';
import type { Exchange } from '../../transport/exchange.ts';
import type { NetworkPort, PackedBatch } from '../ports.ts';
import type { RehearsedServer } from './rehearsedServer.ts';
import type { RehearsedTime } from './rehearsedTime.ts';

/** What may happen to an exchange. `before`: the server never saw the request; `after`: it acted, and the reply was lost. */
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
const withItems = (raw: RawReply, change: (item: Members, index: number) => Members[]): RawReply => {
  const body = raw.body as Members;
  const items = (body['items'] as Members[] | undefined)?.flatMap(change);
  // A brief reply says nothing of what it stored then.
  const { stored: _, ...rest } = body;
  return items === undefined ? raw : { ...raw, body: { ...rest, items } };
};

function spoil(fault: Fault, act: () => RawReply, server: RehearsedServer): Exchange {
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
    case "another server's JSON": {
      const raw = act();
      return said({ ...raw, body: { ...(raw.body as Members), serverId: 'server-2' } });
    }
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
    case 'reply to another batch': {
      const raw = act();
      return said({ ...raw, body: { ...(raw.body as Members), batchId: 'other' } });
    }
    case 'verdicts missing':
      return said(withItems(act(), (item, index) => (index % 2 === 0 ? [] : [item])));
    case 'verdicts unknown':
      return said(withItems(act(), (item) => [{ ...item, verdict: 'splendid' }]));
    case 'verdicts of other hashes':
      return said(withItems(act(), (item) => [{ ...item, contentHash: '0'.repeat(64) }]));
    case 'all retry':
      return said(withItems(act(), (item) => [{ ...item, verdict: 'retry' }]));
  }
}

function parsed(text: string): PushRequest['items'] | null {
  try {
    return JSON.parse(`[${text}]`) as PushRequest['items'];
  } catch {
    return null;
  }
}

/** The way to a rehearsed server, spoiled by the faults that `nextFault` names, one per exchange. */
export function faultyNetwork(
  server: RehearsedServer,
  time: RehearsedTime,
  nextFault: () => Fault | null,
): NetworkPort {
  const requests = new WeakMap<PackedBatch, PushRequest>();
  const exchange = (act: () => RawReply): Exchange => {
    const fault = nextFault();
    time.pass(fault?.startsWith('timed out') === true ? 60_000 : 20);
    return fault === null ? { kind: 'reply', reply: act() } : spoil(fault, act, server);
  };
  /** A quarter of the text: about what gzip makes of it. */
  const pack = (request: PushRequest): PackedBatch => {
    const text = new TextEncoder().encode(JSON.stringify(request));
    const packed = text.slice(0, Math.ceil(text.length / 4));
    requests.set(packed, request);
    return packed;
  };
  return {
    challenge: async () => exchange(() => server.challenge()),
    hello: async (request) => exchange(() => server.hello(request)),
    pack: async (request) => pack(request),
    // Unpacked bytes stand for gzip here, too.
    packAround: async (frame, members) => {
      const text = members.map((member) => new TextDecoder().decode(member)).join(',');
      const items = parsed(text);
      return items === null ? new TextEncoder().encode(text) : pack({ ...frame, items });
    },
    push: async (token, packed) => {
      const request = requests.get(packed);
      return exchange(() =>
        request === undefined ? server.refuse('bad_request') : server.push(token, request),
      );
    },
  };
}
