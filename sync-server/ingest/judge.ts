import type { Verdict } from '../../core/protocol/index.ts';

export interface Identity {
  readonly responseId: string;
  readonly rev: number;
  readonly contentHash: string;
}

/** What the store already knows of the responses of a batch. */
export interface Known {
  readonly erased: ReadonlySet<string>;
  readonly held: readonly Identity[];
}

/** How an item stands to what was there before it. */
export type Standing = 'fresh' | Extract<Verdict, 'duplicate' | 'conflict' | 'tombstoned'>;

/** The standing of each item (V2, V4, V7), in their order; an item also meets those before it in the same batch. */
export function judge(items: readonly Identity[], known: Known): readonly Standing[] {
  const hashes = new Map<string, Set<string>>();
  const hashesOf = ({ responseId, rev }: Identity): Set<string> => {
    const key = `${String(rev)} ${responseId}`;
    const there = hashes.get(key) ?? new Set();
    hashes.set(key, there);
    return there;
  };
  for (const identity of known.held) hashesOf(identity).add(identity.contentHash);
  return items.map((item) => {
    if (known.erased.has(item.responseId)) return 'tombstoned';
    const there = hashesOf(item);
    if (there.has(item.contentHash)) return 'duplicate';
    there.add(item.contentHash);
    return there.size > 1 ? 'conflict' : 'fresh';
  });
}
