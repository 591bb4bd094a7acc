import type { RandomSource } from '../../../core/kernel/index.ts';
import type { App, Guard } from '../../http/index.ts';
import { IncomingFolder } from '../incoming/incomingFolder.ts';
import type { ImportParts } from '../importFile.ts';
import { KeptFiles } from '../keptFiles.ts';
import { beginUploadEndpoint } from './beginUploadEndpoint.ts';
import { downloadEndpoint } from './downloadEndpoint.ts';
import { ImportDesk } from './importDesk.ts';
import { listUploadsEndpoint } from './listUploadsEndpoint.ts';
import { mergeEndpoint } from './mergeEndpoint.ts';
import { uploadEndpoint } from './uploadEndpoint.ts';
import { uploadPartEndpoint } from './uploadPartEndpoint.ts';
import { UploadStore } from './uploadStore.ts';

interface SyncFileParts extends ImportParts {
  readonly random: RandomSource;
  readonly signedIn: Guard;
}

/** Everything by which a running server takes sync files in: uploads and the watched folder. What was interrupted goes on when it starts. */
export async function syncFileEndpoints(app: App, parts: SyncFileParts): Promise<void> {
  const { dataFolder, store, clock, random, signedIn } = parts;
  const uploads = new UploadStore(dataFolder, clock, random);
  const log = (error: unknown): void => app.log.error({ err: error }, 'a sync file could not be taken in');
  const desk = new ImportDesk({ ...parts, uploads, log });
  const shared = { app, store, clock, uploads, desk, kept: new KeptFiles(dataFolder), signedIn };
  listUploadsEndpoint(shared);
  beginUploadEndpoint(shared);
  uploadEndpoint(shared);
  await uploadPartEndpoint(shared);
  mergeEndpoint(shared);
  downloadEndpoint(shared);
  const incoming = new IncomingFolder({ dataFolder, desk, log });
  app.addHook('onReady', async () => {
    desk.resume();
    incoming.start();
  });
  app.addHook('onClose', async () => {
    await desk.stop();
    await incoming.stop();
  });
}
