import { hash } from 'node:crypto';
import { LIMITS, type Verdict } from '../../core/protocol/index.ts';
import { chainText } from '../../core/response/index.ts';
import { isStorable } from '../store/index.ts';
import { inSlices } from './inSlices.ts';

/** An item whose bytes are what its hash says: it will be kept, understood or not. */
export interface ReadItem {
  readonly responseId: string;
  readonly rev: number;
  readonly contentHash: string;
  readonly text: string;
  /** Place in the device's chain; 0 where the item did not say a sound one. */
  readonly seq: number;
  readonly chain: string;
  /** The link that `chain` was worked out from, where the item did not say it (B11); else ''. */
  readonly derivedFrom: string;
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

/** Judges each item of a batch by its bytes alone (V5, V6), so that a malformed one stands in nobody's way (B4). */
export async function readItems(items: readonly unknown[]): Promise<(ReadItem | RefusedItem)[]> {
  let before = NO_PLACE;
  return inSlices(items, (item) => {
    const members: Members = typeof item === 'object' && item !== null ? (item as Members) : {};
    before = placeOf(members, before);
    return readItem(members, before);
  });
}

function readItem(members: Members, place: Place): ReadItem | RefusedItem {
  const { responseId, rev, contentHash, payload } = members;
  if (!isSoundId(responseId)) return refuse(members, 'bad_hash', 'responseId: not in the documented form');
  if (!isCount(rev)) return refuse(members, 'bad_hash', 'rev: not in the documented form');
  if (typeof payload !== 'string') return refuse(members, 'bad_hash', 'payload: not in the documented form');
  if (isTooLarge(payload))
    return refuse(members, 'too_large', `payload: over ${String(LIMITS.maxPayloadBytes)} bytes`);
  const found = hash('sha256', payload, 'hex');
  if (found !== contentHash) return refuse(members, 'bad_hash', 'payload: its SHA-256 is not contentHash');
  return { responseId, rev, contentHash: found, text: payload, ...place };
}

type Members = Readonly<Record<string, unknown>>;

function refuse(
  { responseId, rev, contentHash }: Members,
  verdict: RefusedItem['verdict'],
  reason: string,
): RefusedItem {
  return {
    responseId: typeof responseId === 'string' ? responseId.slice(0, MAX_ID) : '',
    rev: Number.isSafeInteger(rev) ? (rev as number) : 0,
    contentHash: typeof contentHash === 'string' ? contentHash.slice(0, 64) : '',
    verdict,
    reason,
  };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1;

const isSoundId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MAX_ID && isStorable(value);

const MOST_BYTES_EACH = 3;

/** Bytes are counted only where there may be too many. */
const isTooLarge = (payload: string): boolean =>
  payload.length * MOST_BYTES_EACH > LIMITS.maxPayloadBytes &&
  Buffer.byteLength(payload, 'utf8') > LIMITS.maxPayloadBytes;

type Place = Pick<ReadItem, 'seq' | 'chain' | 'derivedFrom'>;

const NO_PLACE: Place = { seq: 0, chain: '', derivedFrom: '' };

/**
 * A response without a sound place is kept all the same, outside the chain. One that says nothing of the chain follows on the item
 * before it (B11).
 */
function placeOf({ seq, chain, contentHash }: Members, before: Place): Place {
  if (!isCount(seq)) return NO_PLACE;
  if (isHash(chain)) return { seq, chain, derivedFrom: '' };
  if (chain !== undefined || before.seq !== seq - 1 || before.chain === '' || !isHash(contentHash))
    return NO_PLACE;
  const derived = hash('sha256', chainText(before.chain, seq, contentHash), 'hex');
  return { seq, chain: derived, derivedFrom: before.chain };
}

const isHash = (value: unknown): value is string => typeof value === 'string' && HASH.test(value);
