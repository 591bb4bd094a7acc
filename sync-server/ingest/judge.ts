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

export type Judgement = Extract<Verdict, 'stored' | 'duplicate' | 'quarantined' | 'conflict' | 'tombstoned'>;

/**
 * One verdict per item (V1 to V4, V7), in their order; an item also meets those before it in the same batch. `understood` says of
 * each whether it can be counted.
 */
export function judge(
  items: readonly (Identity & { readonly understood: boolean })[],
  known: Known,
): readonly Judgement[] {
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
    if (there.size > 1) return 'conflict';
    return item.understood ? 'stored' : 'quarantined';
  });
}
