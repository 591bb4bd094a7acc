import { Dexie } from 'dexie';
import type { Result } from '../../core/kernel/index.ts';
import { chainHash, sealResponse, type Response, type SealedResponse } from '../../core/response/index.ts';
import type { ChainState, ResponseRow } from './deviceDatabase.ts';
import { newChain, type DeviceStorage } from './deviceStorage.ts';
import { readFact, writeFact } from './facts.ts';
import { withinDeadline, type StorageFailure } from './withinDeadline.ts';

export interface RecordedResponse {
  readonly seq: number;
  readonly rev: number;
  readonly contentHash: string;
}

/**
 * Makes a response durable: response, outbox row, sequence number and chain in ONE strict transaction, which also ends its draft.
 * Only after `ok` may the screen say "thank you". Asking again with the same response changes nothing and answers the same place;
 * with other contents under the same id it becomes the next revision, so that nothing a person said is lost.
 */
export const recordResponse = (
  storage: DeviceStorage,
  response: Response,
): Promise<Result<RecordedResponse, StorageFailure>> =>
  withinDeadline(storage, () => recordOrRecognise(storage, response));

export async function recordOrRecognise(
  storage: DeviceStorage,
  response: Response,
): Promise<RecordedResponse> {
  const sealed = sealResponse(response);
  try {
    return await append(storage, sealed);
  } catch (error) {
    if (!isConstraintError(error)) throw error;
    const known = await latestRevision(storage, response.responseId);
    if (known === undefined) throw error;
    if (sealResponse({ ...response, rev: known.rev }).contentHash !== known.contentHash) {
      return recordOrRecognise(storage, { ...response, rev: known.rev + 1 });
    }
    await storage.database.drafts.delete(response.responseId);
    return { seq: known.seq, rev: known.rev, contentHash: known.contentHash };
  }
}

const append = (storage: DeviceStorage, sealed: SealedResponse): PromiseLike<RecordedResponse> => {
  const { meta, responses, outbox, drafts } = storage.database;
  return storage.database.transaction('rw', meta, responses, outbox, drafts, async () => {
    const chain = (await readFact(meta, 'chain')) ?? (await chainAfterLoss(storage));
    const seq = chain.lastSeq + 1;
    const recordedAt = storage.clock.now();
    const head = chainHash(chain.head, seq, sealed.contentHash);
    const row: ResponseRow = { seq, ...sealed, chain: head, recordedAt };
    await Promise.all([
      responses.add(row),
      outbox.add({ seq, recordedAt, characters: sealed.payload.length }),
      writeFact(meta, 'chain', { ...chain, lastSeq: seq, head, lastResponseAt: recordedAt }),
      drafts.delete(sealed.responseId),
    ]);
    return { seq, rev: sealed.rev, contentHash: sealed.contentHash };
  });
};

/** The sequence's own row is gone, the responses are not: the chain goes on under a new name, and no number is given twice. */
async function chainAfterLoss(storage: DeviceStorage): Promise<ChainState> {
  const fresh = newChain(storage);
  const last = await storage.database.responses.orderBy('seq').last();
  return { ...fresh, lastSeq: last?.seq ?? 0, head: last?.chain ?? fresh.head };
}

const latestRevision = (storage: DeviceStorage, responseId: string): PromiseLike<ResponseRow | undefined> =>
  storage.database.responses
    .where('[responseId+rev]')
    .between([responseId, Dexie.minKey], [responseId, Dexie.maxKey])
    .last();

const isConstraintError = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConstraintError';
