import { syncUploadSchema } from '../../../core/protocol/index.ts';
import { recordAct } from '../../audit/index.ts';
import { Refusal, replies } from '../../http/index.ts';
import { signedIn as signedInAs } from '../../people/index.ts';
import { DOCUMENTED, ONE_UPLOAD, findUpload, uploadParamsSchema, type UploadParts } from './uploadParts.ts';

const removed = { type: 'object', additionalProperties: false } as const;

/** One upload: how far it is, and its end where nobody wants it any more. */
export function uploadEndpoint({ app, store, clock, uploads, desk, signedIn }: UploadParts): void {
  app.get(
    ONE_UPLOAD,
    {
      onRequest: signedIn,
      schema: {
        summary: 'How far an upload is: how many bytes are here, its preview, its report',
        ...DOCUMENTED,
        params: uploadParamsSchema,
        response: replies(syncUploadSchema),
      },
    },
    async ({ params: { uploadId } }) => desk.show(findUpload(uploads, uploadId)),
  );
  app.delete(
    ONE_UPLOAD,
    {
      onRequest: signedIn,
      schema: {
        summary: 'Take an upload back that has not been taken in',
        ...DOCUMENTED,
        params: uploadParamsSchema,
        response: replies(removed),
      },
    },
    async (request) => {
      const { uploadId } = request.params;
      const { phase, name, bytes, fingerprint } = findUpload(uploads, uploadId);
      if (phase === 'merging' || phase === 'done')
        throw new Refusal('upload_elsewhere', 'The file is being taken in, or was.');
      const by = signedInAs(request).session;
      const done = { act: 'upload_removed', kind: 'sync file', subject: uploadId } as const;
      await store.write((tx) =>
        recordAct(tx, { by, at: clock.now(), ...done, detail: { name, bytes, fingerprint } }),
      );
      uploads.remove(uploadId);
      return {};
    },
  );
}
