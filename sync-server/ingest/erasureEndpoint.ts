import type { Clock } from '../../core/kernel/index.ts';
import { erasureReplySchema } from '../../core/protocol/index.ts';
import type { AttachmentStore } from '../attachments/index.ts';
import type { EventHub } from '../events/index.ts';
import { Refusal, replies, type App, type Guard } from '../http/index.ts';
import { signedIn as signedInAs } from '../people/index.ts';
import type { Store } from '../store/index.ts';
import { eraseResponse } from './eraseResponse.ts';

const paramsSchema = {
  type: 'object',
  required: ['responseId'],
  properties: { responseId: { type: 'string', maxLength: 100 } },
} as const;

interface ErasureParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventHub;
  readonly contents: AttachmentStore;
  readonly signedIn: Guard;
}

export function erasureEndpoint(app: App, { signedIn, ...parts }: ErasureParts): void {
  app.post(
    '/api/console/responses/:responseId/erasure',
    {
      onRequest: signedIn,
      schema: {
        summary: 'Erase what a person said, for good: out of the inbox, the lists and the numbers (V7)',
        tags: ['console'],
        security: [{ session: [] }],
        params: paramsSchema,
        response: replies(erasureReplySchema),
      },
    },
    async (request) => {
      const { responseId } = request.params;
      if (!(await eraseResponse(parts, responseId, signedInAs(request).session)))
        throw new Refusal('not_found', 'There is no such response.');
      return { responseId, erased: true } as const;
    },
  );
}
