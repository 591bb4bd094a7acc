import type { FileKeys, SurveyInfo, TouchpointInfo } from '../../core/protocol/index.ts';
import { setFormerAside } from './aside/setFormerAside.ts';
import type { Enrolment } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { readFact, writeFact } from './facts.ts';
import { keepUnderNewName } from './keepUnderNewName.ts';
import { keepIdentity } from './witnesses/keepIdentity.ts';
import { noteNewSequence } from './witnesses/noteAcknowledged.ts';
import { noteWaitingAgain } from './witnesses/noteWaitingAgain.ts';
import { tellSentinel } from './witnesses/witnesses.ts';

export interface NewEnrolment {
  readonly enrolment: Enrolment;
  readonly touchpoint: TouchpointInfo;
  readonly survey: SurveyInfo;
  /** null: the server says none. */
  readonly fileKeys?: FileKeys | null;
}

/**
 * Makes the device what the server said it is. Where the same server gives it another name, everything that it keeps goes out again
 * under that one (E6). At another server it begins a new sequence; the former one's responses, sent or not, are set aside word for word:
 * they belong to the server they were collected for and are not sent to this one. So is what was brought back from the copy after the
 * database was lost.
 */
export async function saveEnrolment(storage: DeviceStorage, made: NewEnrolment): Promise<void> {
  const { database, witnesses } = storage;
  const { serverId, deviceId } = made.enrolment;
  const { moved, renamed } = await database.transaction('rw', database.tables, async () => {
    const former = await readFact(database.device, 'enrolment');
    const owner = former ?? (await readFact(database.meta, 'rescuedFor'));
    const isForeign = owner !== undefined && owner.serverId !== serverId;
    const isRenamed = former?.serverId === serverId && former.deviceId !== deviceId;
    const changes = {
      moved: isForeign ? await setFormerAside(storage, owner) : null,
      renamed: isRenamed ? await keepUnderNewName(storage) : null,
    };
    await database.meta.delete('rescuedFor');
    await writeFact(database.device, 'enrolment', made.enrolment);
    await writeFact(database.device, 'touchpoint', made.touchpoint);
    await writeFact(database.device, 'survey', made.survey);
    if (made.fileKeys) await writeFact(database.device, 'fileKeys', made.fileKeys);
    else await database.device.delete('fileKeys');
    return changes;
  });
  if (moved !== null) noteNewSequence(storage, { ...moved, serverId });
  if (witnesses !== undefined) tellSentinel(witnesses, { serverId });
  if (witnesses !== undefined && renamed !== null) {
    tellSentinel(witnesses, { storeEpoch: renamed.storeEpoch, lastSeq: renamed.lastSeq });
    // Nobody waits for it: it may be thousands of lines, and the next start would do it, too.
    witnesses.repaired = noteWaitingAgain(storage).catch(() => undefined);
  }
  await keepIdentity(storage);
}
