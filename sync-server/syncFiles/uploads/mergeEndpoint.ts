import { syncUploadSchema } from '../../../core/protocol/index.ts';
import { recordAct } from '../../audit/index.ts';
import { Refusal, replies } from '../../http/index.ts';
import { signedIn as signedInAs } from '../../people/index.ts';
import {
  DOCUMENTED,
  ONE_UPLOAD,
  findUpload,
  personOf,
  uploadParamsSchema,
  type UploadParts,
} from './uploadParts.ts';
import type { UploadRecord } from './uploadStore.ts';

/** What a person decides on a file that has been looked through: take it in, or look again. */
export function mergeEndpoint({ app, store, clock, uploads, desk, signedIn }: UploadParts): void {
  const schema = { ...DOCUMENTED, params: uploadParamsSchema, response: replies(syncUploadSchema) };
  const readyOne = (uploadId: string): UploadRecord => {
    const found = findUpload(uploads, uploadId);
    if (found.phase !== 'ready')
      throw new Refusal('upload_elsewhere', 'Only a file that was looked through can be taken in.');
    return found;
  };
  app.post(
    `${ONE_UPLOAD}/merge`,
    {
      onRequest: signedIn,
      schema: { summary: 'Take the file in; the reply does not wait for the end of it', ...schema },
    },
    async (request) => {
      const { uploadId } = request.params;
      const { name, bytes, fingerprint } = readyOne(uploadId);
      const by = signedInAs(request).session;
      const said = { act: 'upload_taken', kind: 'sync file', subject: uploadId } as const;
      await store.write((tx) =>
        recordAct(tx, { by, at: clock.now(), ...said, detail: { name, bytes, fingerprint } }),
      );
      // Whoever pressed at the same moment has begun it meanwhile.
      readyOne(uploadId);
      return desk.show(desk.merge(uploadId, personOf(request)) ?? findUpload(uploads, uploadId));
    },
  );
  app.post(
    `${ONE_UPLOAD}/preview`,
    {
      onRequest: signedIn,
      schema: { summary: 'Look through the file again: something may have come meanwhile', ...schema },
    },
    async ({ params: { uploadId } }) => {
      readyOne(uploadId);
      void desk.look(uploadId);
      return desk.show(findUpload(uploads, uploadId));
    },
  );
}
