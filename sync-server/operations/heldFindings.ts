import { fileFindings } from './fileFindings.ts';
import { inboxFindings } from './inboxFindings.ts';

interface Held {
  readonly responses: number;
  /** When the newest of them came; 0: there is none. */
  readonly newestAt: number;
  readonly findings: readonly string[];
  /** The file itself is broken: nothing more can be read of it. */
  readonly damaged: boolean;
}

/** Whether a database file holds whole what it says it holds: its own structure, then the hash of each response. */
export function heldFindings(path: string): Held {
  const findings = fileFindings(path);
  return findings.length > 0
    ? { responses: 0, newestAt: 0, findings, damaged: true }
    : { ...inboxFindings(path), damaged: false };
}
