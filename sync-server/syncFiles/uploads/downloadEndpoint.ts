import { createReadStream, existsSync } from 'node:fs';
import type { FastifyReply, FastifyRequest, FastifyTypeProviderDefault } from 'fastify';
import { Refusal, replies } from '../../http/index.ts';
import { DOCUMENTED, ONE_UPLOAD, findUpload, uploadParamsSchema, type UploadParts } from './uploadParts.ts';

const receipt = {
  description: 'The receipt file (R1 to R3)',
  content: { 'application/octet-stream': { schema: { type: 'string' } } },
} as const;
const report = {
  description: 'An ImportReport',
  content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } },
} as const;

/** What there is to be carried away of a file that was taken in: the receipt for its device, the report for programs. */
export function downloadEndpoint({ app, uploads, kept, signedIn }: UploadParts): void {
  // What is sent is no JSON of a schema.
  const files = app.withTypeProvider<FastifyTypeProviderDefault>();
  files.get(
    `${ONE_UPLOAD}/receipt`,
    {
      onRequest: signedIn,
      schema: {
        summary: 'The receipt, to be carried back to the device',
        ...DOCUMENTED,
        params: uploadParamsSchema,
        response: replies(receipt),
      },
    },
    (request, reply) => {
      const { hasReceipt, report: made, name } = findUpload(uploads, uploadIdOf(request));
      const path = hasReceipt && made !== null ? kept.receiptPath(made.file.sha256) : null;
      if (path === null || !existsSync(path))
        throw new Refusal('not_found', 'There is no receipt of this file.');
      attached(reply, `${baseOf(name)}.receipt`).type('application/octet-stream');
      return reply.send(createReadStream(path));
    },
  );
  files.get(
    `${ONE_UPLOAD}/report`,
    {
      onRequest: signedIn,
      schema: {
        summary: 'The merge report, for programs',
        ...DOCUMENTED,
        params: uploadParamsSchema,
        response: replies(report),
      },
    },
    (request, reply) => {
      const { report: made, name } = findUpload(uploads, uploadIdOf(request));
      if (made === null) throw new Refusal('not_found', 'The file has not been taken in.');
      attached(reply, `${baseOf(name)}.report.json`).type('application/json; charset=utf-8');
      return reply.send(`${JSON.stringify(made, null, 2)}\n`);
    },
  );
}

const uploadIdOf = (request: FastifyRequest): string => (request.params as { uploadId: string }).uploadId;

const baseOf = (name: string): string => name.replace(/\.earshot$/i, '');

/** The name as RFC 6266 wants it: whatever letters it has. */
const attached = (reply: FastifyReply, name: string): FastifyReply =>
  reply.headers({
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escapeOf)}`,
  });

const escapeOf = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
