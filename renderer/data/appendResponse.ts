import { Dexie } from 'dexie';
import { asSent, chainHash, type Attachment, type SealedResponse } from '../../core/response/index.ts';
import { chainAfterLoss } from './chainAfterLoss.ts';
import type { ResponseRow } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { readFact, writeFact } from './facts.ts';
import { isPacked } from './outbox/recorded.ts';
import { hasShrunk, ShrunkStorage } from './witnesses/hasShrunk.ts';
import { noteUnsent, startCopy } from './witnesses/startCopy.ts';

export interface RecordedResponse {
  readonly seq: number;
  readonly rev: number;
  readonly contentHash: string;
}

/** This id and revision stands in a segment. Where it stands in a row, the database says so itself, as a ConstraintError. */
export class AlreadyRecorded extends Error {
  override readonly name = 'AlreadyRecorded';
}

/**
 * Response, outbox row, sequence number and chain in ONE strict transaction, which also ends its draft. The copy is written while the
 * transaction commits, and waited for with it. Either may come first: a copy without its row is put into the database at the next
 * start, a row without its copy is copied then.
 *
 * Segments are looked through beforehand, so that a finish does not wait for whoever reads them to send them. Only a response that is put
 * together in that very moment, a minute or more after it was recorded, would be recorded twice; to the server that is a duplicate (V2).
 */
export async function appendResponse(
  storage: DeviceStorage,
  sealed: SealedResponse,
  named: readonly Attachment[] = [],
): Promise<RecordedResponse> {
  const { meta, responses, outbox, segments, drafts, attachments } = storage.database;
  const [packed, begun] = await Promise.all([isPacked(storage.database, sealed), readFact(meta, 'chain')]);
  const more = [...(named.length > 0 ? [attachments] : []), ...(begun === undefined ? [segments] : [])];
  let copy: Promise<void> | undefined;
  const { chain, row } = await storage.database.transaction('rw', [meta, responses, outbox, drafts, ...more], async () => {
    const known = await readFact(meta, 'chain');
    if (known === undefined && begun !== undefined) throw new ShrunkStorage();
    const before = known ?? (await chainAfterLoss(storage));
    if (hasShrunk(storage, before)) throw new ShrunkStorage();
    if (packed) throw new AlreadyRecorded();
    const seq = before.lastSeq + 1;
    const recordedAt = storage.clock.now();
    const head = chainHash(before.head, seq, sealed.contentHash);
    const added: ResponseRow = { seq, ...sealed, chain: head, recordedAt };
    await Promise.all([
      responses.add(added),
      outbox.add({ seq, recordedAt, characters: sealed.payload.length }),
      writeFact(meta, 'chain', { ...before, lastSeq: seq, head, lastResponseAt: recordedAt }),
      drafts.delete(sealed.responseId),
      ...asSent(named).map(({ name }) => attachments.update(name, { seq })),
    ]);
    // Nothing that may fail comes after this but the commit.
    const entry = { storeEpoch: before.storeEpoch, ...added };
    copy = Dexie.ignoreTransaction(() => startCopy(storage, entry));
    return { chain: before, row: added };
  });
  await copy;
  noteUnsent(storage, { storeEpoch: chain.storeEpoch, lastSeq: row.seq });
  return { seq: row.seq, rev: row.rev, contentHash: row.contentHash };
}
