import type { Result } from '../../../core/kernel/index.ts';
import type { JournalEntry, JournalSummary, SeqRange } from '../../../core/response/index.ts';
import type { FactRow } from '../deviceDatabase.ts';

/** The second witness: an append-only copy of every finished response that is not acknowledged. No answer takes for ever. */
export interface JournalPort {
  /** What it says it holds; a line may have been damaged since that was written down. */
  open(): Promise<Result<JournalSummary, string>>;
  /** What it holds, every line read; takes its time. */
  check(): Promise<Result<JournalSummary, string>>;
  append(entries: readonly JournalEntry[]): Promise<Result<unknown, string>>;
  release(storeEpoch: string, range: SeqRange): void;
  read(storeEpoch: string, ranges: readonly SeqRange[]): Promise<Result<readonly JournalEntry[], string>>;
  /** Is there room for so many bytes, or, left out, for the ballast, which it makes? `null`: nothing answers, so nobody knows. */
  probeRoom(bytes?: number): Promise<boolean | null>;
  dropBallast(): Promise<boolean>;
}

/** The third witness: small, and kept by another part of the browser. */
export interface Sentinel {
  readonly storeEpoch: string;
  readonly lastSeq: number;
  readonly unsent: number;
  /** Set aside for other servers, and never sent; former versions did not say. */
  readonly aside?: number;
  /** There was a journal. */
  readonly copied: boolean;
  /** For whom it was collected; left out before an enrolment. */
  readonly serverId?: string;
}

export interface SentinelPort {
  /** `null`: none was ever left, or what is there is none. */
  read(): Sentinel | null;
  write(sentinel: Sentinel): void;
}

export interface WitnessPorts {
  readonly journal: JournalPort;
  readonly sentinel: SentinelPort;
}

/** The two witnesses beside the database, for as long as this page lives. */
export interface Witnesses extends WitnessPorts {
  /** Is a copy made of what is recorded? Not before the first comparison, and not after the journal failed. */
  copying: boolean;
  /** The comparison of this start; settles when the sequence can be trusted. */
  compared: Promise<void> | null;
  /** What came of it: settles, in whatever way, when nothing is left to put back. */
  repaired: Promise<void>;
  /** Monotonic milliseconds before which a failed copy is not tried again. */
  reviveAt: number;
  /** What the sentinel says next. */
  told: Sentinel;
  /** The last number that the last count of the database covered. */
  counted: Pick<Sentinel, 'storeEpoch' | 'lastSeq'>;
  /** Who the device is, for a database that is thrown away under a living page. */
  identity: readonly FactRow[];
  /** What was recorded last and is not acknowledged, by number: for the same, where the journal is thrown away as well. */
  inHand: Map<number, JournalEntry>;
  /** Since when there is no room, as far as this page knows: where there is none the database can't say it. */
  noRoomAt: number | null;
  /** Finds out whether there is room, now; there once somebody looks after the storage. */
  lookForRoom?: () => Promise<unknown>;
}

export const newWitnesses = (ports: WitnessPorts): Witnesses => ({
  ...ports,
  copying: false,
  compared: null,
  repaired: Promise.resolve(),
  reviveAt: 0,
  told: { storeEpoch: '', lastSeq: 0, unsent: 0, copied: false },
  counted: { storeEpoch: '', lastSeq: 0 },
  identity: [],
  inHand: new Map(),
  noRoomAt: null,
});

export function tellSentinel(witnesses: Witnesses, change: Partial<Sentinel>): void {
  witnesses.told = { ...witnesses.told, ...change };
  witnesses.sentinel.write(witnesses.told);
}
