import { isMembers, type Members } from '../kernel/index.ts';
import { PROBLEMS, type RetryClass } from './problems.ts';
import { isStored, keyOf, type SentItem } from './brief.ts';
import { PROTOCOL, VERDICTS, type PushVerdict, type Verdict } from './schemas.ts';

/** What came back over the wire, before anything is believed of it. `body` is the parsed JSON, or undefined where it was none. */
export interface RawReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
  /** Whole seconds of a Retry-After header, where there was one. */
  readonly retryAfterSeconds?: number;
}

export type ReadReply =
  | { readonly kind: 'ours'; readonly body: Members }
  | {
      readonly kind: 'problem';
      readonly code: string;
      readonly retry: RetryClass;
      readonly retryAfterSeconds?: number;
    }
  | { readonly kind: 'notOurServer'; readonly reason: string; readonly retryAfterSeconds?: number };

/**
 * Decides whether a reply is our server's (rules A1, A4): its JSON, its protocol, the `serverId` pinned at enrolment (null while
 * enrolling). A proxy's error page, a captive portal's 200 and another server's JSON are `notOurServer`: they acknowledge nothing.
 * A bare 413 or 503 of a proxy still tells what to do: send less, or wait.
 */
export function readReply(reply: RawReply, serverId: string | null): ReadReply {
  const wait = reply.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: reply.retryAfterSeconds };
  const body = reply.body;
  const json = /^application\/(problem\+)?json\b/i.test(reply.contentType) && isMembers(body) ? body : null;
  if (json === null || json['protocol'] !== PROTOCOL || typeof json['serverId'] !== 'string') {
    if (reply.status === 413) return { kind: 'problem', code: 'batch_too_large', retry: 'smaller', ...wait };
    return {
      kind: 'notOurServer',
      reason: `status ${String(reply.status)}, ${reply.contentType || 'no content type'}`,
      ...wait,
    };
  }
  if (serverId !== null && json['serverId'] !== serverId) {
    return { kind: 'notOurServer', reason: 'another Earshot server answered', ...wait };
  }
  if (reply.status === 200 && json['code'] === undefined) return { kind: 'ours', body: json };
  const code = typeof json['code'] === 'string' ? json['code'] : `status_${String(reply.status)}`;
  return { kind: 'problem', code, retry: retryOf(code), ...wait };
}

const retryOf = (code: string): RetryClass => {
  const known = Object.entries(PROBLEMS).find(([name]) => name === code);
  return known === undefined ? 'later' : known[1].retry;
};

const ACKNOWLEDGING: readonly Verdict[] = ['stored', 'duplicate', 'quarantined', 'conflict', 'tombstoned'];
const PARKING: readonly Verdict[] = ['bad_hash', 'too_large'];

export const isAcknowledging = (verdict: Verdict): boolean => ACKNOWLEDGING.includes(verdict);
export const isParking = (verdict: Verdict): boolean => PARKING.includes(verdict);

/**
 * The verdict for each sent item, in the order sent (rules A1 to A4, F4). An item that the reply does not name by id, revision and
 * hash, or whose verdict is unknown, gets `retry`, unless a digest over all that it does not name says that they are stored (B9). A reply for another batch gives null: it acknowledges nothing.
 */
export function readVerdicts(
  body: Members,
  batchId: string,
  sent: readonly SentItem[],
): readonly Verdict[] | null {
  if (body['batchId'] !== batchId || !Array.isArray(body['items'])) return null;
  const verdicts = new Map<string, Verdict>();
  for (const item of body['items'] as readonly unknown[]) {
    if (isVerdict(item)) verdicts.set(keyOf(item), item.verdict);
  }
  const unnamed = sent.filter((item) => !verdicts.has(keyOf(item)));
  const rest = isStored(body['stored'], unnamed) ? 'stored' : 'retry';
  return sent.map((item) => verdicts.get(keyOf(item)) ?? rest);
}

const isVerdict = (item: unknown): item is PushVerdict =>
  isMembers(item) &&
  VERDICTS.some((verdict) => verdict === item['verdict']) &&
  typeof item['responseId'] === 'string';
