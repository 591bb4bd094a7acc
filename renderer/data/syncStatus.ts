import type { ProblemCode } from '../../core/protocol/index.ts';

/** Why the last attempt came to nothing. The screen finds the words; `detail` is for whoever repairs it. */
export interface SyncProblem {
  readonly kind: 'unreachable' | 'timedOut' | 'notOurServer' | 'storage' | ProblemCode | 'unknownProblem';
  readonly detail: string;
  readonly at: number;
}

export interface SyncStatus {
  /** The server last answered. */
  readonly contactAt: number | null;
  /** The server last acknowledged a response. */
  readonly acknowledgedAt: number | null;
  /** `null` when the last attempt went well. */
  readonly problem: SyncProblem | null;
  /** Sending is stopped until the reason goes away (a problem of the class `never`); collecting goes on. */
  readonly stopped: boolean;
  /** The server's clock minus ours at the last contact, in milliseconds. */
  readonly clockOffset: number | null;
  /** The server's clock when it last spoke. */
  readonly serverNow?: number;
  /** The server holds everything up to this number of our sequence. */
  readonly highWater: number;
  /** What came before this moment of the server's clock is in its backup; 0: it has none; left out: it says nothing of backups. */
  readonly backupHorizon?: number;
  /** What the last hello said of the server's store, to know it again (H6). */
  readonly server?: KnownServer;
  /** The server has revoked this device: what it sends goes to quarantine (H9). */
  readonly revoked?: boolean;
  /** Stands for what the server gave us to hold (D1). */
  readonly cursor?: string | null;
}

/** The server's store as we last met it: its epoch, and how far it held which of our store epochs. */
export interface KnownServer {
  readonly serverEpoch: string;
  readonly storeEpoch: string;
  readonly highWater: number;
  /** How many numbers of that store epoch it last said to hold. */
  readonly held: number;
}

export const NO_SYNC_YET: SyncStatus = {
  contactAt: null,
  acknowledgedAt: null,
  problem: null,
  stopped: false,
  clockOffset: null,
  highWater: 0,
};
