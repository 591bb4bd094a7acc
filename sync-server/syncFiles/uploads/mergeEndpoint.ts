import { syncUploadSchema } from '../../../core/protocol/index.ts';
import { Refusal, replies } from '../../http/index.ts';
import {
  DOCUMENTED,
  ONE_UPLOAD,
  findUpload,
  personOf,
  uploadParamsSchema,
  type UploadParts,
} from './uploadParts.ts';

/** What a person decides on a file that has been looked through: take it in, or look again. */
export function mergeEndpoint({ app, uploads, desk, signedIn }: UploadParts): void {
  const schema = { ...DOCUMENTED, params: uploadParamsSchema, response: replies(syncUploadSchema) };
  const readyOne = (uploadId: string): void => {
    if (findUpload(uploads, uploadId).phase !== 'ready')
      throw new Refusal('upload_elsewhere', 'Only a file that was looked through can be taken in.');
  };
  app.post(
    `${ONE_UPLOAD}/merge`,
    {
      onRequest: signedIn,
      schema: { summary: 'Take the file in; the reply does not wait for the end of it', ...schema },
    },
    async (request) => {
      const { uploadId } = request.params;
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
