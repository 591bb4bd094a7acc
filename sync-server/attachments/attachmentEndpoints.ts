import {
  PART_TYPE,
  PROTOCOL,
  attachmentParamsSchema,
  attachmentReplySchema,
  attachmentRequestSchema,
} from '../../core/protocol/index.ts';
import { requestingDevice } from '../devices/index.ts';
import { partOf, replies, takeParts, type App, type Guard } from '../http/index.ts';
import type { Store } from '../store/index.ts';
import type { Announced, Arrival, AttachmentDesk } from './attachmentDesk.ts';

interface EndpointParts {
  readonly store: Store;
  readonly desk: AttachmentDesk;
  readonly withToken: Guard;
  readonly unlessLate: Guard;
}

const ATTACHMENTS = '/api/sync/attachments';
const MOST_AT_ONCE = 1024 ** 2;
const DOCUMENTED = { tags: ['device'], security: [{ deviceToken: [] }] };

const headersSchema = {
  type: 'object',
  required: ['upload-offset', 'upload-length'],
  properties: {
    'upload-offset': { type: 'string', pattern: '^\\d{1,9}$', description: 'where the part begins' },
    'upload-length': { type: 'string', pattern: '^\\d{1,9}$', description: 'of the whole attachment' },
  },
} as const;

/** By which devices hand over the files of their responses (T4, T5). */
export async function attachmentEndpoints(app: App, parts: EndpointParts): Promise<void> {
  const { store, desk, withToken, unlessLate } = parts;
  const onRequest = [unlessLate, withToken];
  const { serverId } = store;
  const said = ({ sha256, bytes }: Announced, arrival: Arrival) =>
    ({ protocol: PROTOCOL, serverId, sha256, bytes, ...arrival }) as const;
  app.post(
    ATTACHMENTS,
    {
      onRequest,
      schema: {
        summary: 'Ask from where on an attachment is to be sent (T4)',
        ...DOCUMENTED,
        body: attachmentRequestSchema,
        response: replies(attachmentReplySchema),
      },
    },
    async (request) => {
      const { sha256, bytes } = request.body;
      const announced = { deviceId: requestingDevice(request), sha256, bytes };
      return said(announced, await desk.find(announced));
    },
  );
  await takeParts(app, (scope) => {
    scope.patch(
      `${ATTACHMENTS}/:sha256`,
      {
        onRequest,
        bodyLimit: MOST_AT_ONCE,
        schema: {
          summary: `The next part of an attachment, as ${PART_TYPE} (T5)`,
          ...DOCUMENTED,
          params: attachmentParamsSchema,
          headers: headersSchema,
          response: replies(attachmentReplySchema),
        },
      },
      async (request) => {
        const { params, headers, body } = request;
        const announced = {
          deviceId: requestingDevice(request),
          sha256: params.sha256,
          bytes: Number(headers['upload-length']),
        };
        return said(announced, await desk.receive(announced, Number(headers['upload-offset']), partOf(body)));
      },
    );
  });
}
