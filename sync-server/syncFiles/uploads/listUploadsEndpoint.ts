import { syncUploadListSchema } from '../../../core/protocol/index.ts';
import { packReply, replies } from '../../http/index.ts';
import { DOCUMENTED, SYNC_FILES, type UploadParts } from './uploadParts.ts';

const MOST = 100;

export function listUploadsEndpoint({ app, uploads, desk, signedIn }: UploadParts): void {
  app.get(
    SYNC_FILES,
    {
      onRequest: signedIn,
      onSend: packReply,
      schema: {
        summary: `The sync files that were brought, with what became of each: the latest ${String(MOST)}`,
        ...DOCUMENTED,
        response: replies(syncUploadListSchema),
      },
    },
    async () => ({ uploads: uploads.list(MOST).map((record) => desk.show(record)) }),
  );
}
