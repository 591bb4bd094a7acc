import type { Result } from '../../core/kernel/index.ts';
import { sealResponse, type Response } from '../../core/response/index.ts';
import { AlreadyRecorded, appendResponse, type RecordedResponse } from './appendResponse.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { latestRevision } from './outbox/recorded.ts';
import { withBallast } from './withBallast.ts';
import { withinDeadline, type StorageFailure } from './withinDeadline.ts';
import { compareWitnesses, comparingAgain, whenCompared } from './witnesses/compareWitnesses.ts';
import { reviveCopy } from './witnesses/reviveCopy.ts';

/**
 * Makes a response durable: response, outbox row, sequence number and chain in ONE strict transaction, which also ends its draft.
 * Only after `ok` may the screen say "thank you". Asking again with the same response changes nothing and answers the same place;
 * with other contents under the same id it becomes the next revision, so that nothing a person said is lost.
 */
export async function recordResponse(
  storage: DeviceStorage,
  response: Response,
): Promise<Result<RecordedResponse, StorageFailure>> {
  const compared = await whenCompared(storage);
  if (!compared.ok) return compared;
  const recorded = await withBallast(storage, (deadline) =>
    withinDeadline(
      storage,
      () => comparingAgain(storage, () => recordOrRecognise(storage, response)),
      deadline,
    ),
  );
  if (recorded.ok) reviveCopy(storage, () => compareWitnesses(storage));
  return recorded;
}

export async function recordOrRecognise(
  storage: DeviceStorage,
  response: Response,
): Promise<RecordedResponse> {
  const sealed = sealResponse(response);
  try {
    return await appendResponse(storage, sealed, response.attachments);
  } catch (error) {
    if (!isKnown(error)) throw error;
    const known = await latestRevision(storage.database, response.responseId);
    if (known === undefined) throw error;
    if (sealResponse({ ...response, rev: known.rev }).contentHash !== known.contentHash) {
      return recordOrRecognise(storage, { ...response, rev: known.rev + 1 });
    }
    await storage.database.drafts.delete(response.responseId);
    return { seq: known.seq, rev: known.rev, contentHash: known.contentHash };
  }
}

const isKnown = (error: unknown): boolean =>
  error instanceof AlreadyRecorded || (error instanceof Error && error.name === 'ConstraintError');
