import type { Result } from '../../core/kernel/index.ts';
import type { Response } from '../../core/response/index.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { withinDeadline, type StorageFailure } from './withinDeadline.ts';

/**
 * Keeps a response that is still being given, after every answer: hand in the response as it would stand if the person left now
 * (`finishedAt` the time of the last answer, `endedBy` 'interrupted'). Recording the response ends its draft.
 */
export const saveDraft = (
  storage: DeviceStorage,
  response: Response,
): Promise<Result<string, StorageFailure>> =>
  withinDeadline(storage, () =>
    storage.database.drafts.put({
      responseId: response.responseId,
      tab: storage.tab,
      savedAt: storage.clock.now(),
      response,
    }),
  );

/** For a person who leaves before saying anything: there is nothing to keep. */
export const dropDraft = (
  storage: DeviceStorage,
  responseId: string,
): Promise<Result<void, StorageFailure>> =>
  withinDeadline(storage, () => storage.database.drafts.delete(responseId));
