import type { CopyState, Enrolment, MetaFacts, StoreLoss } from './deviceDatabase.ts';
import type { SyncStatus } from './syncStatus.ts';

/** How this page came to be. */
export interface PageStart {
  /** By the device's clock. */
  readonly at: number;
  /** Its files came from this device. */
  readonly fromDevice: boolean;
}

/** What the device knows of itself at some moment. */
export interface Found {
  readonly enrolment: Enrolment | undefined;
  readonly status: SyncStatus | undefined;
  readonly copy: CopyState | undefined;
  readonly loss: StoreLoss | undefined;
  readonly commissioned: MetaFacts['commissioned'] | undefined;
}

/**
 * Does this start prove that the terminal finds its app, its storage and its copy without the server (H11)? `first` is what was known at
 * its beginning. `missed`: it can't prove it any more; `open`: not yet.
 */
export function judgeStart(first: Found, now: Found, start: PageStart): 'ready' | 'missed' | 'open' {
  const { enrolment, status, copy, loss, commissioned } = now;
  if (!start.fromDevice || enrolment === undefined || enrolment.enrolledAt >= start.at) return 'missed';
  if (commissioned?.deviceId === enrolment.deviceId) return 'missed';
  if (status?.contactAt !== first.status?.contactAt) return 'missed';
  if (loss !== undefined && loss.at >= start.at) return 'missed';
  const problem = status?.problem ?? null;
  const isWithout = problem !== null && problem.at >= start.at && WITHOUT_SERVER.has(problem.kind);
  return isWithout && copy?.state === 'kept' ? 'ready' : 'open';
}

const WITHOUT_SERVER: ReadonlySet<string> = new Set(['unreachable', 'timedOut']);
