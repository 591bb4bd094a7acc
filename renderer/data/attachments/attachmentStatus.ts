import type { Result } from '../../../core/kernel/index.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { readFact, writeFact } from '../facts.ts';
import { withinDeadline, type StorageFailure } from '../withinDeadline.ts';

/** What waits to be uploaded, of recorded responses. */
export interface AttachmentStatus {
  readonly photos: number;
  /** All others. */
  readonly files: number;
  readonly bytes: number;
  readonly damaged: number;
  readonly pauseOnMetered: boolean;
}

/** Made for live queries. */
export async function readAttachmentStatus({ database }: DeviceStorage): Promise<AttachmentStatus> {
  const rows = await database.attachments.filter(({ seq }) => seq !== undefined).toArray();
  const waiting = rows.filter(
    ({ confirmed, unwantedSince, damaged }) => (confirmed ?? unwantedSince) === undefined && damaged !== true,
  );
  const photos = waiting.filter(({ mediaType }) => mediaType === 'image/jpeg').length;
  return {
    photos,
    files: waiting.length - photos,
    bytes: waiting.reduce((sum, { bytes }) => sum + bytes, 0),
    damaged: rows.filter(({ damaged }) => damaged === true).length,
    pauseOnMetered: await readPauseOnMetered({ database }),
  };
}

export const readPauseOnMetered = async ({ database }: Pick<DeviceStorage, 'database'>): Promise<boolean> =>
  (await readFact(database.meta, 'pauseOnMetered')) ?? false;

export const savePauseOnMetered = (
  storage: DeviceStorage,
  pause: boolean,
): Promise<Result<unknown, StorageFailure>> =>
  withinDeadline(storage, () => writeFact(storage.database.meta, 'pauseOnMetered', pause));
