import type { Result } from '../../core/kernel/index.ts';
import { sealResponse, type Response } from '../../core/response/index.ts';
import { AlreadyRecorded, appendResponse, type RecordedResponse } from './appendResponse.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { latestRevision } from './outbox/recorded.ts';
import type { Seal } from './saveDraft.ts';
import { withBallast } from './withBallast.ts';
import { withinDeadline, type StorageFailure } from './withinDeadline.ts';
import { compareWitnesses, comparingAgain, whenCompared } from './witnesses/compareWitnesses.ts';
import { reviveCopy } from './witnesses/reviveCopy.ts';

/**
 * Makes a response durable: response, outbox row, sequence number and chain in ONE strict transaction, which also ends its draft.
 * Only after `ok` may the screen say "thank you". Asking again with the same response changes nothing and answers the same place;
 * with other contents under the same id it becomes the next revision, so that nothing a person said is lost. `seal` makes the envelope of
 * a sealed survey, the same one of the same response (K4).
 */
export async function recordResponse(
  storage: DeviceStorage,
  response: Response,
  seal: Seal = inPlain,
): Promise<Result<RecordedResponse, StorageFailure>> {
  const compared = await whenCompared(storage);
  if (!compared.ok) return compared;
  const recorded = await withBallast(storage, (deadline) =>
    withinDeadline(
      storage,
      () => comparingAgain(storage, () => recordOrRecognise(storage, response, seal)),
      deadline,
    ),
  );
  if (recorded.ok) reviveCopy(storage, () => compareWitnesses(storage));
  return recorded;
}

export async function recordOrRecognise(
  storage: DeviceStorage,
  response: Response,
  seal: Seal = inPlain,
): Promise<RecordedResponse> {
  const sealed = await seal(response);
  try {
    return await appendResponse(storage, sealed, response.attachments);
  } catch (error) {
    if (!isKnown(error)) throw error;
    const known = await latestRevision(storage.database, response.responseId);
    if (known === undefined) throw error;
    if ((await seal({ ...response, rev: known.rev })).contentHash !== known.contentHash) {
      return recordOrRecognise(storage, { ...response, rev: known.rev + 1 }, seal);
    }
    await storage.database.drafts.delete(response.responseId);
    return { seq: known.seq, rev: known.rev, contentHash: known.contentHash };
  }
}

const inPlain: Seal = (response) => Promise.resolve(sealResponse(response));

const isKnown = (error: unknown): boolean =>
  error instanceof AlreadyRecorded || (error instanceof Error && error.name === 'ConstraintError');
