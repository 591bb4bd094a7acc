import { crosstabQuerySchema, crosstabReplySchema } from '../../core/protocol/index.ts';
import { Refusal, packReply, replies, type App, type Guard } from '../http/index.ts';
import type { Store } from '../store/index.ts';
import { crosstab } from './crosstab.ts';

const paramsSchema = {
  type: 'object',
  required: ['surveyId'],
  properties: { surveyId: { type: 'string', maxLength: 100 } },
} as const;

export function crosstabEndpoint(app: App, store: Store, signedIn: Guard): void {
  app.get(
    '/api/console/surveys/:surveyId/crosstab',
    {
      onRequest: signedIn,
      onSend: packReply,
      schema: {
        summary: 'How two counted questions of a survey were answered together',
        tags: ['console'],
        security: [{ session: [] }],
        params: paramsSchema,
        querystring: crosstabQuerySchema,
        response: replies(crosstabReplySchema),
      },
    },
    async ({ params, query }) => {
      const found = await crosstab(store.read, params.surveyId, query);
      if (found === null)
        throw new Refusal('not_found', 'There is no survey that counts these two questions together.');
      return found;
    },
  );
}
