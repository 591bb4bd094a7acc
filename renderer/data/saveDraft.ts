import type { Result } from '../../core/kernel/index.ts';
import { asSent, type Response, type SealedResponse } from '../../core/response/index.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { withinDeadline, type StorageFailure } from './withinDeadline.ts';

/** Makes of a response what may lie on the disk, where that is not its text: the envelope of a sealed survey (K2). */
export type Seal = (response: Response) => Promise<SealedResponse>;

/**
 * Keeps a response that is still being given, after every answer: hand in the response as it would stand if the person left now
 * (`finishedAt` the time of the last answer, `endedBy` 'interrupted'). Recording the response ends its draft. With `seal` it is kept
 * sealed (K5): nobody can go on with it here, but cut off it is recorded as it is. So one that says nothing yet is not kept.
 */
export const saveDraft = (
  storage: DeviceStorage,
  response: Response,
  seal?: Seal,
): Promise<Result<unknown, StorageFailure>> =>
  withinDeadline(storage, async () => {
    const { responseId, attachments = [] } = response;
    if (seal !== undefined && Object.keys(response.answers).length === 0) {
      await storage.database.drafts.delete(responseId);
      return;
    }
    const kept = seal === undefined ? { response } : { sealed: await seal(response), attachments: asSent(attachments) };
    await storage.database.drafts.put({
      responseId,
      tab: storage.tab,
      savedAt: storage.clock.now(),
      ...kept,
    });
  });

/** For a person who leaves before saying anything: there is nothing to keep. */
export const dropDraft = (
  storage: DeviceStorage,
  responseId: string,
): Promise<Result<void, StorageFailure>> =>
  withinDeadline(storage, () => storage.database.drafts.delete(responseId));
