import type { Clock } from '../../core/kernel/index.ts';
import { overviewReplySchema } from '../../core/protocol/index.ts';
import { Refusal, packReply, replies, type App, type Guard } from '../http/index.ts';
import type { Store } from '../store/index.ts';
import { findTouchpoint } from '../touchpoints/index.ts';
import { localHour } from './localHour.ts';
import { overview } from './overview.ts';

const paramsSchema = {
  type: 'object',
  required: ['touchpointId'],
  properties: { touchpointId: { type: 'string', maxLength: 100 } },
} as const;

const querySchema = {
  type: 'object',
  properties: {
    date: { type: 'string', format: 'date', description: 'local day, YYYY-MM-DD; today when left out' },
    flagged: {
      type: 'string',
      enum: ['without', 'with'],
      description: 'whether responses under a quality flag are counted; without when left out',
    },
  },
} as const;

export function overviewEndpoint(app: App, store: Store, clock: Clock, signedIn: Guard): void {
  app.get(
    '/api/console/touchpoints/:touchpointId/overview',
    {
      onRequest: signedIn,
      onSend: packReply,
      schema: {
        summary: "One local day of a touchpoint: counts, CSAT, hours, comments; and its devices' state",
        tags: ['console'],
        security: [{ session: [] }],
        params: paramsSchema,
        querystring: querySchema,
        response: replies(overviewReplySchema),
      },
    },
    async ({ params, query }) => {
      const touchpoint = await findTouchpoint(store.read, params.touchpointId);
      if (touchpoint === null) throw new Refusal('not_found', 'There is no such touchpoint.');
      const now = clock.now();
      const date = query.date ?? localHour(now, touchpoint.timezone).date;
      return overview(store.read, touchpoint, date, now, { withFlagged: query.flagged === 'with' });
    },
  );
}
