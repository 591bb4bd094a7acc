import type { Fix, NotedCorrection } from './correction.ts';

/** How an item of the inbox is to be taken, after all that people decided on it. */
export interface Treatment {
  /** Of those that came under one id and revision, it is one that counts, if it is understood. */
  readonly counts: boolean;
  readonly dismissed: boolean;
  readonly fix: Fix | null;
  /** Under which id it counts as a response of its own. */
  readonly apartId: string | null;
}

interface Item {
  readonly contentHash: string;
  /** 1: another one had arrived under its id and revision before. */
  readonly conflict: number;
}

/** `corrections` of everything with the item's id and revision, in their order. */
export function treatmentOf(item: Item, corrections: readonly NotedCorrection[]): Treatment {
  let chosen: string | null = null;
  let fix: Fix | null = null;
  let dismissed = false;
  let apartId: string | null = null;
  for (const { contentHash, correction } of corrections) {
    const isOwn = contentHash === item.contentHash;
    if (correction.kind === 'taken') chosen = contentHash;
    else if (isChoice(correction.kind) && chosen === contentHash) chosen = null;
    if (!isOwn) continue;
    if (correction.kind === 'fixed') fix = correction.fix;
    else if (correction.kind === 'withdrawn') fix = null;
    else if (correction.kind === 'dismissed' || correction.kind === 'returned')
      dismissed = correction.kind === 'dismissed';
    else apartId = correction.kind === 'apart' ? correction.apartId : null;
  }
  const counts = item.conflict === 0 ? chosen === null : chosen === item.contentHash || apartId !== null;
  return { counts, dismissed, fix, apartId };
}

const isChoice = (kind: string): boolean => kind === 'kept' || kind === 'apart';
