import { touchpointListSchema } from '../../core/protocol/index.ts';
import { replies, type App, type Guard } from '../http/index.ts';
import { TENANT, type Store } from '../store/index.ts';
import { infoOf, readOpeningHours } from './findTouchpoint.ts';

export function listTouchpointsEndpoint(app: App, store: Store, signedIn: Guard): void {
  app.get(
    '/api/console/touchpoints',
    {
      onRequest: signedIn,
      schema: {
        summary: 'The touchpoints, with the surveys that run there',
        tags: ['console'],
        security: [{ session: [] }],
        response: replies(touchpointListSchema),
      },
    },
    async () => ({ touchpoints: await listTouchpoints(store) }),
  );
}

async function listTouchpoints(store: Store) {
  const rows = await store.read
    .selectFrom('touchpoint')
    .innerJoin('survey', (join) =>
      join
        .onRef('survey.tenant_id', '=', 'touchpoint.tenant_id')
        .onRef('survey.survey_id', '=', 'touchpoint.survey_id'),
    )
    .where('touchpoint.tenant_id', '=', TENANT)
    .orderBy('touchpoint.name')
    .select(['touchpoint_id as touchpointId', 'name', 'timezone', 'title', 'opening_hours'])
    .execute();
  return rows.map(({ title, opening_hours, ...touchpoint }) => ({
    ...infoOf({ ...touchpoint, openingHours: readOpeningHours(opening_hours) }),
    surveyTitle: firstText(title),
  }));
}

const firstText = (title: string): string =>
  Object.values(JSON.parse(title) as Readonly<Record<string, string>>)[0] ?? '';
