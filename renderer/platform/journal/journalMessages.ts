import type { JournalEntry, SeqRange } from '../../../core/response/index.ts';

/** What the page asks its journal worker for; each is answered once, in order. */
export type JournalAsk =
  /** Answered with a JournalSummary. */
  | { readonly kind: 'open' }
  /** One step of reading what opening left unread. Answered with `null` where there was something, else with a JournalSummary. */
  | { readonly kind: 'check' }
  /** Answered when the lines are on the disk. */
  | { readonly kind: 'append'; readonly entries: readonly JournalEntry[] }
  | { readonly kind: 'release'; readonly storeEpoch: string; readonly range: SeqRange }
  /** Answered with JournalEntry[]. */
  | { readonly kind: 'read'; readonly storeEpoch: string; readonly ranges: readonly SeqRange[] }
  /** Answered with a boolean: is there room for so much, or, left out, is the ballast there? */
  | { readonly kind: 'probeRoom'; readonly bytes: number | undefined }
  /** Answered with a boolean: was there any ballast? */
  | { readonly kind: 'dropBallast' };

export interface JournalQuestion {
  readonly id: number;
  readonly ask: JournalAsk;
}

export interface JournalReply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}
