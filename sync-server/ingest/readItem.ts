import { hash } from 'node:crypto';
import { LIMITS, type Verdict } from '../../core/protocol/index.ts';

/** An item whose bytes are what its hash says: it will be kept, understood or not. */
export interface ReadItem {
  readonly responseId: string;
  readonly rev: number;
  readonly contentHash: string;
  readonly payload: Buffer;
  readonly text: string;
  /** Place in the device's chain; 0 where the item did not say a sound one. */
  readonly seq: number;
  readonly chain: string;
}

/** An item that can't be kept. The echo names it as far as it named itself. */
export interface RefusedItem {
  readonly responseId: string;
  readonly rev: number;
  readonly contentHash: string;
  readonly verdict: Extract<Verdict, 'bad_hash' | 'too_large'>;
  readonly reason: string;
}

const HASH = /^[0-9a-f]{64}$/;
const MAX_ID = 100;

export const isReadable = (item: ReadItem | RefusedItem): item is ReadItem => !('verdict' in item);

/** Judges one item of a batch by its bytes alone (V5, V6), so that a malformed one stands in nobody's way (B4). */
export function readItem(item: unknown): ReadItem | RefusedItem {
  const members =
    typeof item === 'object' && item !== null ? (item as Readonly<Record<string, unknown>>) : {};
  const { responseId, rev, contentHash, payload } = members;
  const echo = {
    responseId: typeof responseId === 'string' ? responseId.slice(0, MAX_ID) : '',
    rev: Number.isSafeInteger(rev) ? (rev as number) : 0,
    contentHash: typeof contentHash === 'string' ? contentHash.slice(0, 64) : '',
  };
  const wrong = wrongMember(members);
  if (wrong !== null || typeof payload !== 'string') {
    return { ...echo, verdict: 'bad_hash', reason: `${wrong ?? 'payload'}: not in the documented form` };
  }
  const bytes = Buffer.from(payload, 'utf8');
  if (bytes.length > LIMITS.maxPayloadBytes) {
    return { ...echo, verdict: 'too_large', reason: `payload: over ${String(LIMITS.maxPayloadBytes)} bytes` };
  }
  if (hash('sha256', bytes, 'hex') !== contentHash) {
    return { ...echo, verdict: 'bad_hash', reason: 'payload: its SHA-256 is not contentHash' };
  }
  return { ...echo, payload: bytes, text: payload, ...placeOf(members) };
}

function wrongMember({ responseId, rev, contentHash }: Readonly<Record<string, unknown>>): string | null {
  if (
    typeof responseId !== 'string' ||
    responseId === '' ||
    responseId.length > MAX_ID ||
    !isStorable(responseId)
  )
    return 'responseId';
  if (!Number.isSafeInteger(rev) || (rev as number) < 1) return 'rev';
  return typeof contentHash === 'string' && HASH.test(contentHash) ? null : 'contentHash';
}

/** A response without a sound place is kept all the same, outside the chain. */
function placeOf({ seq, chain }: Readonly<Record<string, unknown>>): Pick<ReadItem, 'seq' | 'chain'> {
  const sound =
    Number.isSafeInteger(seq) && (seq as number) >= 1 && typeof chain === 'string' && HASH.test(chain);
  return sound ? { seq: seq as number, chain } : { seq: 0, chain: '' };
}

const isStorable = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);
