import { statfs } from 'node:fs/promises';
import { newSyncUploadSchema, syncUploadSchema } from '../../../core/protocol/index.ts';
import { Refusal, replies } from '../../http/index.ts';
import { DOCUMENTED, SYNC_FILES, personOf, type UploadParts } from './uploadParts.ts';

/** What devices send over the network needs room, too. */
const RESERVE = 256 * 1024 ** 2;

export function beginUploadEndpoint({ app, uploads, desk, signedIn }: UploadParts): void {
  app.post(
    SYNC_FILES,
    {
      onRequest: signedIn,
      schema: {
        summary: 'Begin to hand over a sync file',
        description:
          'Its bytes follow in parts (PATCH), each from the `offset` that the reply before it told; a part that breaks off leaves what came of ' +
          'it. After the last part the server looks through the file (`looking`) and waits to be told to take it in (`ready`).',
        ...DOCUMENTED,
        body: newSyncUploadSchema,
        response: replies(syncUploadSchema),
      },
    },
    async (request) => {
      const { bavail, bsize } = await statfs(uploads.folder);
      if (bavail * bsize < request.body.bytes + RESERVE)
        throw new Refusal('unavailable', 'The server has no room for a file of this size.');
      return desk.show(uploads.create(request.body, { via: 'console', startedBy: personOf(request) }));
    },
  );
}
