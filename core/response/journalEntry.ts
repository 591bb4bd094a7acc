/** A finished response as the device's second copy keeps it: everything needed to put it back into its place. */
export interface JournalEntry {
  readonly storeEpoch: string;
  /** The server that it was collected for; left out before an enrolment, and by versions that did not say it. */
  readonly serverId?: string;
  readonly seq: number;
  readonly responseId: string;
  readonly rev: number;
  readonly contentHash: string;
  readonly chain: string;
  /** Device time in milliseconds since 1970 UTC. */
  readonly recordedAt: number;
  readonly payload: string;
}

/** Numbers `from` to `to`, both included. */
export interface SeqRange {
  readonly from: number;
  readonly to: number;
}

/** What a journal holds of one store epoch. */
export interface JournalEpoch {
  readonly storeEpoch: string;
  /** An epoch is of one server only; left out where no line of it says which. */
  readonly serverId?: string;
  /** The highest number that it ever saw and still knows of, acknowledged or not, and the chain there. */
  readonly lastSeq: number;
  readonly head: string;
  /** What is not known to be acknowledged, ascending. */
  readonly unreleased: readonly SeqRange[];
  /** Written once, not known to be acknowledged, and their lines can't be read; as far as the lines around them tell. */
  readonly unreadable: readonly SeqRange[];
}

export interface JournalSummary {
  readonly epochs: readonly JournalEpoch[];
  /** Files that this start has found, so that their names are known to last; and those made in this run. */
  readonly found: number;
  readonly made: number;
  /** One of them was shorter or longer than it was made: its end may be missing. */
  readonly cut?: boolean;
  /** So many responses at its end can't be read, at least; 0: something stands there that may have been one. */
  readonly spoilt?: number;
}
