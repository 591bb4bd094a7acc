import type { Result } from '../../core/kernel/index.ts';
import { hashText, parseResponse } from '../../core/response/index.ts';
import { appendResponse } from './appendResponse.ts';
import type { DraftRow } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { isRecorded } from './outbox/recorded.ts';
import { recordOrRecognise } from './recordResponse.ts';
import { isTabAlive } from './tabLock.ts';
import { withinDeadline, type StorageFailure } from './withinDeadline.ts';
import { whenCompared } from './witnesses/compareWitnesses.ts';

/**
 * Call at start and whenever the screen is idle: a draft whose tab is gone belongs to a person who was cut off. With an answer in it,
 * it is recorded as `interrupted`; without one it says nothing and goes. A draft that can't be read is set aside. Answers how many
 * were recorded.
 */
export async function recordCutOffDrafts(storage: DeviceStorage): Promise<Result<number, StorageFailure>> {
  const compared = await whenCompared(storage);
  if (!compared.ok) return compared;
  return withinDeadline(storage, async () => {
    const drafts = await storage.database.drafts.toArray();
    let recorded = 0;
    for (const draft of drafts) {
      if (draft.tab === storage.tab || (await isTabAlive(storage.database.name, draft.tab))) continue;
      if (await settle(storage, draft)) recorded += 1;
    }
    return recorded;
  });
}

/** A draft may stem from an older version of the app, so it is parsed like anything foreign. */
async function settle(storage: DeviceStorage, draft: DraftRow): Promise<boolean> {
  const { database, clock } = storage;
  if (isWholeEnvelope(draft)) return settleSealed(storage, draft);
  const parsed = parseResponse(draft.response);
  if (!parsed.ok) {
    await database.transaction('rw', database.drafts, database.setAside, async () => {
      await database.setAside.add({ from: 'drafts', at: clock.now(), row: draft });
      await database.drafts.delete(draft.responseId);
    });
    return false;
  }
  if (Object.keys(parsed.value.answers).length === 0) {
    await database.drafts.delete(draft.responseId);
    return false;
  }
  if (await isRecorded(database, draft.responseId, parsed.value.rev)) {
    await database.drafts.delete(draft.responseId);
    return false;
  }
  await recordOrRecognise(storage, { ...parsed.value, endedBy: 'interrupted' });
  return true;
}

type SealedDraft = DraftRow & Required<Pick<DraftRow, 'sealed'>>;

const isWholeEnvelope = (draft: DraftRow): draft is SealedDraft =>
  draft.sealed !== undefined && hashText(draft.sealed.payload) === draft.sealed.contentHash;

/** It was sealed as `interrupted` in case of just this (K5); here nobody can read it. */
async function settleSealed(
  storage: DeviceStorage,
  { responseId, sealed, attachments }: SealedDraft,
): Promise<boolean> {
  const known = await isRecorded(storage.database, responseId, sealed.rev);
  if (known) await storage.database.drafts.delete(responseId);
  else await appendResponse(storage, sealed, attachments);
  return !known;
}
