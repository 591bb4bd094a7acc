import { hash } from 'node:crypto';
import { openReadOnly } from '../store/index.ts';

interface Kept {
  readonly response_id: string;
  readonly rev: number;
  readonly content_hash: string;
  readonly payload: Buffer;
  readonly received_at: number;
  /** 1: its payload was taken out for privacy; what is left of one is a finding. */
  readonly erased: number;
}

interface Inbox {
  readonly responses: number;
  /** When the newest came, by the clock of the server that took it; 0: none did. */
  readonly newestAt: number;
  readonly findings: string[];
}

/** Hashes each response of the inbox again. Memory does not grow with their number. */
export function inboxFindings(path: string): Inbox {
  const database = openReadOnly(path);
  const findings: string[] = [];
  let responses = 0;
  let newestAt = 0;
  try {
    const rows = database
      .prepare(
        `select response_id, rev, content_hash, payload, received_at, exists (select 1 from tombstone
          where tombstone.tenant_id = inbox.tenant_id and tombstone.response_id = inbox.response_id) as erased
          from inbox order by arrival`,
      )
      .iterate() as IterableIterator<Kept>;
    for (const { response_id: id, rev, content_hash: expected, payload, received_at, erased } of rows) {
      responses += 1;
      newestAt = Math.max(newestAt, received_at);
      if (erased === 1) {
        if (payload.length > 0)
          findings.push(`response ${id}, revision ${String(rev)}: erased, but its payload is still there`);
      } else if (hash('sha256', payload, 'hex') !== expected)
        findings.push(
          `response ${id}, revision ${String(rev)}: its bytes do not have the hash that was acknowledged`,
        );
    }
    return { responses, newestAt, findings };
  } finally {
    database.close();
  }
}
