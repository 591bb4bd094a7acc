import type { JournalSummary, SeqRange } from '../../../core/response/index.ts';
import { CHAIN_START } from '../../../core/response/index.ts';
import type { ChainState, FormerEpoch } from '../deviceDatabase.ts';
import { firstSeqOf, inNewEpoch } from '../epochs.ts';
import type { Sentinel } from './witnesses.ts';

/** What the three say at a start. `null`: that one says nothing. */
export interface Statements {
  readonly chain: ChainState;
  /** The database holds no response at all. */
  readonly empty: boolean;
  /** Epochs of former enrolments, whose responses are set aside: of them nothing is put back. */
  readonly setAside: readonly string[];
  /** For whom the device collects; left out where nobody knows. */
  readonly serverId?: string;
  readonly journal: JournalSummary | null;
  readonly sentinel: Sentinel | null;
}

export interface SequencePlan {
  /** What the sequence has to be from now on; the same object where it may stay. */
  readonly chain: ChainState;
  /**
   * `emptied`: the database was created anew. `shortened`: its end is missing. `cutOff`: one response was on its way into the database
   * when the device went off, and nobody was told that it was kept. `forked`: both have an end there, and another one.
   */
  readonly finding: 'sound' | 'cutOff' | 'shortened' | 'emptied' | 'forked';
  /** Of these the journal's entries belong where they were. */
  readonly inPlace: readonly string[];
  /** Of these the places are taken: the journal's entries are given new ones. */
  readonly anew: readonly string[];
  /** These are of other servers: the journal's entries are set aside, and never sent here. */
  readonly aside: readonly string[];
}

/** Where the sequence goes on, so that no number is ever given to two responses. `freshEpoch` is used where the end is not known for sure. */
export function planSequence(said: Statements, freshEpoch: string): SequencePlan {
  const { chain, journal, sentinel, setAside } = said;
  const known = [chain.storeEpoch, ...(chain.former ?? []).map(({ storeEpoch }) => storeEpoch)];
  const isStranger = (storeEpoch: string): boolean =>
    !known.includes(storeEpoch) && !setAside.includes(storeEpoch);
  const isForeign = (of: { readonly storeEpoch: string; readonly serverId?: string }): boolean =>
    !known.includes(of.storeEpoch) &&
    of.serverId !== undefined &&
    said.serverId !== undefined &&
    of.serverId !== said.serverId;
  const epochs = journal?.epochs ?? [];
  const aside = epochs.filter(isForeign).map(({ storeEpoch }) => storeEpoch);
  const strangers = epochs.filter((epoch) => isStranger(epoch.storeEpoch) && !isForeign(epoch));
  const sentinelStranger =
    sentinel !== null && sentinel.lastSeq > 0 && isStranger(sentinel.storeEpoch) && !isForeign(sentinel)
      ? sentinel
      : null;
  // Nothing was recorded since the device moved to another server, and what it had set aside for the former one is gone.
  const asideIsGone = (sentinel?.aside ?? 0) > 0 && setAside.length === 0 && chain.lastSeq === 0;
  if (said.empty && (strangers.length > 0 || sentinelStranger !== null || asideIsGone)) {
    const former = successive([...strangers, ...(sentinelStranger === null ? [] : [sentinelStranger])]);
    return {
      chain: afterAll(chain, former),
      finding: 'emptied',
      inPlace: [...known, ...former.map(({ storeEpoch }) => storeEpoch)],
      anew: [],
      aside,
    };
  }
  const anew = strangers.filter(({ unreleased }) => unreleased.length > 0);
  return { ...planEnd(said, freshEpoch), inPlace: known, anew: anew.map(({ storeEpoch }) => storeEpoch), aside };
}

interface Ended {
  readonly storeEpoch: string;
  readonly lastSeq: number;
  readonly unreleased?: readonly SeqRange[];
  readonly unreadable?: readonly SeqRange[];
}

/**
 * Each epoch after the one that ended before it, from the first that the copy held: what was acknowledged before is no hole (B10). The
 * sentinel says of its epoch only where it ended, and may be late.
 */
function successive(ended: readonly Ended[]): FormerEpoch[] {
  const former: FormerEpoch[] = [];
  for (const { storeEpoch, lastSeq, held } of [...ended.reduce(merged, new Map<string, Whole>()).values()].sort(
    (one, other) => one.lastSeq - other.lastSeq,
  )) {
    const next = (former.at(-1)?.lastSeq ?? 0) + 1;
    former.push({ storeEpoch, firstSeq: held.length === 0 ? next : Math.max(next, Math.min(...held)), lastSeq });
  }
  return former;
}

interface Whole {
  readonly storeEpoch: string;
  readonly lastSeq: number;
  /** Where runs of what the copy held of it begin. */
  readonly held: readonly number[];
}

function merged(epochs: Map<string, Whole>, { storeEpoch, lastSeq, unreleased = [], unreadable = [] }: Ended) {
  const known = epochs.get(storeEpoch);
  const held = [...(known?.held ?? []), ...[...unreleased, ...unreadable].map(({ from }) => from)];
  return epochs.set(storeEpoch, { storeEpoch, lastSeq: Math.max(lastSeq, known?.lastSeq ?? 0), held });
}

const afterAll = (chain: ChainState, former: readonly FormerEpoch[]): ChainState => {
  const lastSeq = former.at(-1)?.lastSeq ?? 0;
  return { ...chain, firstSeq: lastSeq + 1, lastSeq, head: CHAIN_START, former };
};

/** Where the epoch of today ends, as far as each of the three knows. */
function planEnd(
  { chain, journal, sentinel }: Statements,
  freshEpoch: string,
): Pick<SequencePlan, 'chain' | 'finding'> {
  const own = journal?.epochs.find(({ storeEpoch }) => storeEpoch === chain.storeEpoch);
  const journalEnd = own?.lastSeq ?? 0;
  const sentinelEnd = sentinel?.storeEpoch === chain.storeEpoch ? sentinel.lastSeq : 0;
  const end = Math.max(chain.lastSeq, journalEnd, sentinelEnd);
  if (end === chain.lastSeq) {
    const agree = journalEnd !== end || own?.head === chain.head || end < firstSeqOf(chain);
    return agree ? { chain, finding: 'sound' } : { chain: inNewEpoch(chain, freshEpoch), finding: 'forked' };
  }
  const one = end === chain.lastSeq + 1 && sentinelEnd <= chain.lastSeq;
  if (own === undefined || journalEnd < end) {
    return { chain: inNewEpoch({ ...chain, lastSeq: end }, freshEpoch), finding: 'shortened' };
  }
  return { chain: { ...chain, lastSeq: end, head: own.head }, finding: one ? 'cutOff' : 'shortened' };
}
