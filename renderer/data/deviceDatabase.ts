import { Dexie, type Table } from 'dexie';
import type { FileKeys, SurveyInfo, TouchpointInfo, Verdict } from '../../core/protocol/index.ts';
import type { Attachment, Response, SealedResponse } from '../../core/response/index.ts';
import type { SyncStatus } from './syncStatus.ts';

/** A response as it was sealed, under its place in the device's sequence. Kept for 14 days after its acknowledgement. */
export interface ResponseRow {
  readonly seq: number;
  readonly responseId: string;
  readonly rev: number;
  readonly payload: string;
  readonly contentHash: string;
  readonly chain: string;
  readonly recordedAt: number;
}

/** What still has to be sent. */
export interface OutboxRow {
  readonly seq: number;
  readonly recordedAt: number;
  /** Length of the payload, so that a batch can be cut to size before its payloads are read. */
  readonly characters: number;
  /** How often this item failed alone while the server was otherwise well (S3). */
  readonly failures?: number;
}

/** First and last number of a segment: its key. */
export type SegmentKey = [from: number, to: number];

/**
 * Finished responses with consecutive numbers of one store epoch, put together so that thousands are read and let go as a few rows
 * are. Written once, never changed; which of them wait, are parked or acknowledged is said elsewhere, as it is of rows.
 */
export interface SegmentRow {
  readonly from: number;
  readonly to: number;
  /** Chain hash of the last response. */
  readonly head: string;
  /** Of each response, in order: id, a blank, revision. */
  readonly ids: readonly string[];
  readonly hashes: readonly string[];
  readonly recordedAt: readonly number[];
  /** Lengths of the payloads. */
  readonly characters: readonly number[];
  /** A whole member of gzip: the items as a push carries them, in JSON and UTF-8, with commas between. */
  readonly packed: ArrayBuffer;
}

/** Numbers of one segment that still have to be sent: what a row of the outbox says of one response, said of many. */
export interface WaitingRun {
  readonly from: number;
  readonly to: number;
  readonly segment: SegmentKey;
  /** What each takes of the disk, roughly. */
  readonly bytesEach?: number;
  /** When the first of them was recorded. */
  readonly recordedAt: number;
}

export type ParkingReason = Extract<Verdict, 'bad_hash' | 'too_large'> | 'failed_alone' | 'unreadable' | 'by_hand';

/** Out of the way of its neighbours (A3): a table of its own, so that the outbox stays one plain range of keys. */
export interface ParkedRow {
  readonly seq: number;
  readonly recordedAt: number;
  readonly characters: number;
  readonly reason: ParkingReason;
  readonly parkedAt: number;
  readonly retryAt: number;
}

/** Responses `from` to `to` are with the server since `at`, by its own clock since `serverAt` at the latest (where it said so). Ranges, because thousands of rows need not be rewritten to say so. */
export interface AcknowledgedRow {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly serverAt?: number | null;
  /** What each takes of the disk, roughly. */
  readonly bytesEach?: number;
}

/** A verdict that acknowledges, but that somebody should look at. */
export interface NotedVerdictRow {
  readonly seq: number;
  readonly verdict: Verdict;
  readonly at: number;
}

export interface DraftRow {
  readonly responseId: string;
  /** The tab in which it is being given; while that tab lives, nobody else touches the draft. */
  readonly tab: string;
  readonly savedAt: number;
  /** The response as it would stand if the person left now; left out of a sealed one. */
  readonly response?: Response;
  /** The same in a sealed survey: its envelope. */
  readonly sealed?: SealedResponse;
  /** Which files a sealed one names. */
  readonly attachments?: readonly Attachment[] | undefined;
}

export interface DeviceKeys {
  /** ECDSA P-256; can sign, can't be exported. */
  readonly privateKey: CryptoKey;
  readonly publicKey: { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string };
  readonly installId: string;
}

/** What the device became at enrolment. `serverId` is pinned: only this server's word acknowledges anything. */
export interface Enrolment {
  readonly serverId: string;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly devicePin: string;
  readonly enrolledAt: number;
  /** The used-up code, so that opening the same link again is no second enrolment. */
  readonly code: string;
}

/** Responses `firstSeq` to `lastSeq` were numbered under another epoch than the one of today. */
export interface FormerEpoch {
  readonly storeEpoch: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/**
 * Where the device's sequence stands. `storeEpoch` is random per created database and per enrolment, and whenever the sequence cannot
 * be trusted. Numbers go on from epoch to epoch, so that one number means one response.
 */
export interface ChainState {
  readonly storeEpoch: string;
  readonly lastSeq: number;
  readonly head: string;
  readonly lastResponseAt: number | null;
  /** First number of the epoch; 1 when left out. */
  readonly firstSeq?: number;
  /** Oldest first. */
  readonly former?: readonly FormerEpoch[];
}

/** One fact per row; the key says which. */
export interface DeviceFacts {
  keys: DeviceKeys;
  enrolment: Enrolment;
  touchpoint: TouchpointInfo;
  survey: SurveyInfo;
  /** For sync files and receipts (L7). A device that was enrolled before there were any gets them with its next hello. */
  fileKeys: FileKeys;
}
/** Is there a second copy of what is not acknowledged? */
export interface CopyState {
  /** `young`: its files were made in this run, and only a later start can tell whether their names last. */
  readonly state: 'kept' | 'young' | 'missing';
  /** Why it is missing, for whoever repairs it. */
  readonly why?: string;
  readonly at: number;
}

/** What a start found damaged, and what came of it. Stays until somebody who looks after the device has read it. */
export interface StoreLoss {
  readonly at: number;
  /** Responses brought back from the copy. */
  readonly restored: number;
  /** Responses that were not sent and could not be brought back. */
  readonly lost: number;
  /** The copy was damaged at its end, or gone: there may be more of them. Former versions did not say. */
  readonly uncertain?: boolean;
  /** The copy was lost, and this many were copied again. */
  readonly recopied: number;
  readonly seen: boolean;
}

export interface MetaFacts {
  chain: ChainState;
  copy: CopyState;
  storeLoss: StoreLoss;
  /** There was no room for a response at that time, not even after the ballast was let go. `null`: there is room again. */
  noRoom: { readonly at: number } | null;
  syncStatus: SyncStatus;
  /** Attachments are left alone on networks that cost by volume (T8). */
  pauseOnMetered: boolean;
  /** This device was found able to start by itself (H11). Enrolled anew, it is another one. */
  commissioned: { readonly deviceId: string; readonly at: number };
  /** Nobody is enrolled, but what was brought back from the copy was collected for this server, and is sent to no other. */
  rescuedFor: { readonly serverId: string };
  /** "Sync now", as a fact that the pump watches: when it was last asked for. */
  syncRequest: { readonly at: number; readonly id: string };
}

export interface FactRow {
  readonly key: string;
  readonly value: unknown;
}

/** A file that somebody gave, as the response's manifest names it; its contents lie in chunks. */
export interface AttachmentRow extends Attachment {
  readonly addedAt: number;
  /** The response that names it, once that is recorded: in the same transaction. */
  readonly seq?: number;
  /** The response that names it is set aside for another server. */
  readonly isAside?: boolean;
  /** The server said that it holds all of it (T6), under this epoch of its store. */
  readonly confirmed?: string;
  /** The server holds the response, but said then that it knows of none with this file: the response was erased there. */
  readonly unwantedSince?: number | undefined;
  /** What lies here is not what was put here (T7). */
  readonly damaged?: boolean;
}

export interface AttachmentChunk {
  readonly name: string;
  /** From 0. All but the last have `ATTACHMENT_LIMITS.partBytes`. */
  readonly index: number;
  readonly bytes: ArrayBuffer;
}

/** What could not be read where it stood: kept word for word, shown by number, never deleted. */
export interface SetAsideRow {
  readonly id?: number;
  readonly from: 'drafts' | 'responses' | 'formerEnrolment';
  readonly at: number;
  readonly row: unknown;
}

// On localhost Dexie traces every call for its debugger; the sample terminal runs there, and so does every measurement.
Dexie.debug = false;

/**
 * The device's facts. `strict` makes every commit reach the disk before it is reported: without it the browser loses the last seconds
 * at a power cut and says nothing. No cache: a live query shows only what is durable.
 * Schema versions only ever add; the outbox is never rewritten by an upgrade.
 */
export class DeviceDatabase extends Dexie {
  declare readonly device: Table<FactRow, string>;
  declare readonly meta: Table<FactRow, string>;
  declare readonly responses: Table<ResponseRow, number>;
  declare readonly outbox: Table<OutboxRow, number>;
  declare readonly parked: Table<ParkedRow, number>;
  declare readonly acknowledged: Table<AcknowledgedRow, number>;
  declare readonly notedVerdicts: Table<NotedVerdictRow, number>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly setAside: Table<SetAsideRow, number>;
  declare readonly segments: Table<SegmentRow, SegmentKey>;
  declare readonly waitingRuns: Table<WaitingRun, number>;
  declare readonly attachments: Table<AttachmentRow, string>;
  declare readonly attachmentChunks: Table<AttachmentChunk, [name: string, index: number]>;

  constructor(name: string, firstChain: () => ChainState) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({
      device: 'key',
      meta: 'key',
      responses: 'seq, &[responseId+rev]',
      outbox: 'seq',
      parked: 'seq',
      acknowledged: 'from',
      notedVerdicts: 'seq',
      drafts: 'responseId',
      setAside: '++id, from',
    });
    this.version(2).stores({ segments: '[from+to], *ids', waitingRuns: 'from' });
    this.version(3).stores({ attachments: 'name', attachmentChunks: '[name+index]' });
    this.on('populate', (transaction) => {
      void transaction.table<FactRow, string>('meta').add({ key: 'chain', value: firstChain() });
    });
  }
}
