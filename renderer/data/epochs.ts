import { CHAIN_START } from '../../core/response/index.ts';
import type { ChainState, FormerEpoch } from './deviceDatabase.ts';

export const firstSeqOf = (chain: ChainState): number => chain.firstSeq ?? 1;

/** The epoch under which a number was given. What is sent at once is of one epoch, for the server keeps a sequence for each. */
export function epochOf(chain: ChainState, seq: number): FormerEpoch {
  const { storeEpoch, lastSeq, former = [] } = chain;
  const found = former.find((epoch) => seq >= epoch.firstSeq && seq <= epoch.lastSeq);
  return found ?? { storeEpoch, firstSeq: firstSeqOf(chain), lastSeq };
}

/** The same sequence under a new name: what was given keeps its epoch, what follows is of the new one. */
export function inNewEpoch(chain: ChainState, storeEpoch: string): ChainState {
  const firstSeq = firstSeqOf(chain);
  const { lastSeq, lastResponseAt, former = [] } = chain;
  const ended = { storeEpoch: chain.storeEpoch, firstSeq, lastSeq };
  return {
    storeEpoch,
    lastSeq,
    head: CHAIN_START,
    lastResponseAt,
    firstSeq: lastSeq + 1,
    former: lastSeq < firstSeq ? former : [...former, ended],
  };
}
