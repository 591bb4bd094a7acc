import { surveyListSchema } from '../../core/protocol/index.ts';
import { replies, type App, type Guard } from '../http/index.ts';
import type { Store } from '../store/index.ts';
import { SurveyList } from './surveyList.ts';

export function listSurveysEndpoint(app: App, store: Store, signedIn: Guard): void {
  const list = new SurveyList();
  app.get(
    '/api/console/surveys',
    {
      onRequest: signedIn,
      schema: {
        summary: 'The surveys with their versions, and where each runs',
        tags: ['console'],
        security: [{ session: [] }],
        response: replies(surveyListSchema),
      },
    },
    async () => ({ surveys: await list.read(store.read) }),
  );
}
