import { PART_TYPE, syncUploadSchema } from '../../../core/protocol/index.ts';
import { PartReceiver, Refusal, partOf, replies, takeParts } from '../../http/index.ts';
import { DOCUMENTED, ONE_UPLOAD, findUpload, uploadParamsSchema, type UploadParts } from './uploadParts.ts';

const headersSchema = {
  type: 'object',
  required: ['upload-offset'],
  properties: {
    'upload-offset': { type: 'string', pattern: '^\\d{1,15}$', description: 'where the part begins' },
  },
} as const;

export async function uploadPartEndpoint({ app, uploads, desk, signedIn }: UploadParts): Promise<void> {
  const receiver = new PartReceiver();
  await takeParts(app, (scope) => {
    scope.patch(
      ONE_UPLOAD,
      {
        onRequest: signedIn,
        schema: {
          summary: `The next part of an upload, as ${PART_TYPE}; best of 1 MiB at the most`,
          ...DOCUMENTED,
          params: uploadParamsSchema,
          headers: headersSchema,
          response: replies(syncUploadSchema),
        },
      },
      async ({ params: { uploadId }, headers, body }) => {
        const record = findUpload(uploads, uploadId);
        if (record.phase !== 'receiving')
          throw new Refusal('upload_elsewhere', 'The upload is whole already.');
        const file = { path: uploads.bytesPath(uploadId), bytes: record.bytes };
        await receiver.receive(file, Number(headers['upload-offset']), partOf(body));
        if (uploads.offset(record) === record.bytes) {
          const whole = uploads.change(uploadId, { phase: 'looking' });
          void desk.look(uploadId);
          return desk.show(whole ?? record);
        }
        return desk.show(record);
      },
    );
  });
}
