import type { FileKeys, SurveyInfo, TouchpointInfo } from '../../core/protocol/index.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { readFact, writeFact } from './facts.ts';
import { NO_SYNC_YET, type KnownServer, type SyncProblem } from './syncStatus.ts';

/** What the server said at a hello, as far as the device remembers it. */
export interface Contact {
  readonly clockOffset: number;
  readonly highWater: number;
  readonly server: KnownServer;
  readonly revoked: boolean;
  readonly cursor: string | null;
  readonly touchpoint: TouchpointInfo;
  /** Of the server's clock: what came before is in its backup (H7). */
  readonly backupHorizon: number;
  /** A newer version, which the next respondent gets. */
  readonly survey: SurveyInfo | null;
  /** null, or left out: it said none, and those known before go on being good. */
  readonly fileKeys?: FileKeys | null;
}

export async function recordContact(storage: DeviceStorage, contact: Contact): Promise<void> {
  const { database, clock } = storage;
  const { touchpoint, survey, fileKeys, ...said } = contact;
  await database.transaction('rw', database.meta, database.device, async () => {
    const status = (await readFact(database.meta, 'syncStatus')) ?? NO_SYNC_YET;
    await writeFact(database.meta, 'syncStatus', {
      ...status,
      contactAt: clock.now(),
      serverNow: clock.now() + contact.clockOffset,
      problem: null,
      stopped: false,
      ...said,
    });
    const known = await readFact(database.device, 'touchpoint');
    if (JSON.stringify(known) !== JSON.stringify(touchpoint)) {
      await writeFact(database.device, 'touchpoint', touchpoint);
    }
    if (survey !== null) await writeFact(database.device, 'survey', survey);
    if (fileKeys && JSON.stringify(await readFact(database.device, 'fileKeys')) !== JSON.stringify(fileKeys))
      await writeFact(database.device, 'fileKeys', fileKeys);
  });
}

export async function recordProblem(
  storage: DeviceStorage,
  problem: SyncProblem,
  stopped: boolean,
): Promise<void> {
  const { meta } = storage.database;
  await storage.database.transaction('rw', meta, async () => {
    const status = (await readFact(meta, 'syncStatus')) ?? NO_SYNC_YET;
    await writeFact(meta, 'syncStatus', { ...status, problem, stopped });
  });
}
