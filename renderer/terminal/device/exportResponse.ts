import type { ResponseRow } from '../../data/deviceDatabase.ts';

/** Hands the response to whoever stands there, as a file: what it says, its place in the device's sequence, and its hash. */
export function exportResponse(row: ResponseRow): void {
  const { seq, responseId, rev, contentHash, chain, recordedAt, payload } = row;
  const facts = {
    seq,
    responseId,
    rev,
    contentHash,
    chain,
    recordedAt,
    response: JSON.parse(payload) as unknown,
    payload,
  };
  const file = new Blob([JSON.stringify(facts, null, 2)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `response-${String(seq)}-${responseId}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
