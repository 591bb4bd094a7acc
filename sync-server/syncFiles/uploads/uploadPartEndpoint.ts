import type { Readable } from 'node:stream';
import { syncUploadSchema } from '../../../core/protocol/index.ts';
import { Refusal, replies, type App } from '../../http/index.ts';
import { PartReceiver } from './receivePart.ts';
import { DOCUMENTED, ONE_UPLOAD, findUpload, uploadParamsSchema, type UploadParts } from './uploadParts.ts';

/** As in tus. */
const PART_TYPE = 'application/offset+octet-stream';

const headersSchema = {
  type: 'object',
  required: ['upload-offset'],
  properties: {
    'upload-offset': { type: 'string', pattern: '^\\d{1,15}$', description: 'where the part begins' },
  },
} as const;

/** Only here a body is a stream of bytes. */
export async function uploadPartEndpoint({ app, uploads, desk, signedIn }: UploadParts): Promise<void> {
  const receiver = new PartReceiver(uploads);
  await app.register(async (scope: App) => {
    scope.addContentTypeParser(PART_TYPE, (_request, payload, done) => done(null, payload));
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
        if (!isStream(body)) throw new Refusal('bad_request', `Send the part as ${PART_TYPE}.`);
        await receiver.receive(record, Number(headers['upload-offset']), body);
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

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && 'pipe' in body && typeof body.pipe === 'function';
