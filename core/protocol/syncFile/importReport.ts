import type { Verdict } from '../schemas.ts';
import type { FileAttachments } from './manifest.ts';

/**
 * `merged`: all that the file says it holds was taken. `partly`: it was cut or changed; what was whole and signed before that place was
 * taken. `aside`: kept, nothing taken, somebody has to decide (unknown device). `refused`: kept, can't be read.
 */
export type ImportState = 'merged' | 'partly' | 'aside' | 'refused';

/** `upToCut`: what was read is signed, the end is missing. `unchecked`: nothing was read that could be checked. */
export type SignatureState = 'valid' | 'upToCut' | 'invalid' | 'unchecked';

export type ClockWarning = 'fileFromFuture' | 'farFromServer' | 'neverCompared';

/** Why a file, or the rest of one, was not taken. */
export type ImportTrouble =
  | 'notAge'
  | 'undecryptable'
  | 'damaged'
  | 'notSyncFile'
  | 'otherServer'
  | 'unknownDevice'
  | 'signatureInvalid'
  | 'unplannedEntry'
  | 'tooLarge'
  | 'cut';

/** What became of a sync file: the same for the eye (the console, the command line) and for programs. */
export interface ImportReport {
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string };
  readonly at: number;
  /** Nothing was written: this is what would become of it. */
  readonly preview: boolean;
  readonly state: ImportState;
  readonly trouble: ImportTrouble | null;
  /** One sentence or two: what happened, and what to do. Empty where all is well. */
  readonly detail: string;
  /** What the file says of itself; null where that could not be read. */
  readonly origin: {
    readonly fileId: string;
    readonly deviceId: string;
    readonly deviceName: string;
    readonly touchpointId: string;
    readonly createdAt: number;
    readonly responses: number;
    readonly attachments?: FileAttachments;
  } | null;
  readonly revokedDevice: boolean;
  /** When a file with this id was first taken; null: never before. */
  readonly firstTakenAt: number | null;
  readonly counts: ImportCounts;
  /** What became of photos and other files; reports of former versions did not say. */
  readonly attachments?: AttachmentCounts;
  readonly signature: SignatureState;
  /** The file ends after so many whole responses, the last of which has this number. */
  readonly truncated: { readonly afterResponses: number; readonly lastSeq: number | null } | null;
  /** Of the keys that the file was written for, where none of them is here. */
  readonly keyIds: readonly string[];
  /** Sequence numbers that have not come yet, by file or by network, between those that have. */
  readonly holes: readonly { readonly storeEpoch: string; readonly from: number; readonly to: number }[];
  readonly clockWarnings: readonly ClockWarning[];
}

export interface ImportCounts {
  /** Whole responses in the file. */
  readonly read: number;
  readonly new: number;
  /** Of the new ones, those that supersede one that is here. */
  readonly revised: number;
  readonly duplicate: number;
  readonly conflict: number;
  readonly quarantined: number;
  readonly tombstoned: number;
  /** Could not be kept this time (`retry`) or at all (`bad_hash`, `too_large`). */
  readonly notKept: number;
}

/** Contents are counted once each, however many responses name them. */
export interface AttachmentCounts {
  /** Whole ones in the file. */
  readonly read: number;
  readonly new: number;
  readonly duplicate: number;
  /** No response that is here names them. They were not taken. */
  readonly unasked: number;
  /** There was no room for them. */
  readonly notKept: number;
  /** Responses of the file name them, and they are not here: by file or by network they are still to come. */
  readonly missing: FileAttachments;
  /** The first of those. */
  readonly firstMissing: MissingAttachment[];
}

export interface MissingAttachment {
  readonly responseId: string;
  readonly name: string;
  readonly bytes: number;
}

export const NO_COUNTS: ImportCounts = {
  read: 0,
  new: 0,
  revised: 0,
  duplicate: 0,
  conflict: 0,
  quarantined: 0,
  tombstoned: 0,
  notKept: 0,
};

const COUNTED: Readonly<Record<Verdict, keyof ImportCounts>> = {
  stored: 'new',
  duplicate: 'duplicate',
  conflict: 'conflict',
  quarantined: 'quarantined',
  tombstoned: 'tombstoned',
  retry: 'notKept',
  bad_hash: 'notKept',
  too_large: 'notKept',
};

/** Counts the verdicts on a batch in. */
export function countVerdicts(
  counts: ImportCounts,
  verdicts: readonly { readonly rev: number; readonly verdict: Verdict }[],
): ImportCounts {
  const sum: { -readonly [name in keyof ImportCounts]: number } = { ...counts };
  for (const { rev, verdict } of verdicts) {
    sum.read += 1;
    sum[COUNTED[verdict]] += 1;
    if (verdict === 'stored' && rev > 1) sum.revised += 1;
  }
  return sum;
}

/** Beyond this, a clock misleads whoever looks at the times. Milliseconds. */
const FAR = 24 * 3_600_000;

/** What to say of a device's clock. No clock is a reason to refuse (H5). `offset`: server minus device; `now` by the server. */
export function clockWarnings(createdAt: number, offset: number | null, now: number): ClockWarning[] {
  return [
    ...(createdAt + (offset ?? 0) > now + 10 * 60_000 ? (['fileFromFuture'] as const) : []),
    ...(offset !== null && Math.abs(offset) > FAR ? (['farFromServer'] as const) : []),
    ...(offset === null ? (['neverCompared'] as const) : []),
  ];
}
