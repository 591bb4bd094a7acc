import { hashText } from '../response/index.ts';
import type { PushVerdict } from './schemas.ts';

/** An item as the device sent it: what a verdict must name to count for it. */
export interface SentItem {
  readonly responseId: string;
  readonly rev: number;
  readonly contentHash: string;
}

export const keyOf = (item: SentItem): string => `${item.responseId} ${String(item.rev)} ${item.contentHash}`;

/** Stands for exactly these items in this order: SHA-256, in hex, over a line of id, revision and hash for each (B9). */
const digestOf = (items: readonly SentItem[], hash: Hash): string =>
  hash(items.map((item) => `${keyOf(item)}\n`).join(''));

/** SHA-256 of a text's UTF-8 bytes, in hex. */
type Hash = (text: string) => string;

interface Stored {
  readonly count: number;
  readonly digest: string;
}

/** What a brief reply says of a batch: its verdicts but `stored`, and the digest of those (B9). `hash`: one that is faster there. */
export function briefly(
  verdicts: readonly PushVerdict[],
  hash: Hash = hashText,
): { items: PushVerdict[]; stored: Stored } {
  const stored = verdicts.filter(({ verdict }) => verdict === 'stored');
  const items = verdicts.filter(({ verdict }) => verdict !== 'stored');
  return { items, stored: { count: stored.length, digest: digestOf(stored, hash) } };
}

/** Whether a reply says of exactly these items that they are stored. */
export function isStored(said: unknown, items: readonly SentItem[]): boolean {
  if (typeof said !== 'object' || said === null || items.length === 0) return false;
  const { count, digest } = said as Partial<Record<keyof Stored, unknown>>;
  return count === items.length && digest === digestOf(items, hashText);
}
