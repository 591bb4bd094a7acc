import sample from '../assets/questionnaires/sample.json' with { type: 'json' };
import type { Definition } from '../core/questionnaire/index.ts';
import { TENANT, type Store } from './store/index.ts';
import { publishSurvey } from './surveys/index.ts';
import { addTouchpoint } from './touchpoints/index.ts';

export const SAMPLE = sample as unknown as Definition;
export const SAMPLE_TOUCHPOINT = 'sample';
const SAMPLE_SURVEY = 'visit';

/** Gives an empty server something to try: the sample survey at a sample touchpoint. */
export async function seedSample(store: Store, now: number, timezone: string): Promise<void> {
  await store.write(async (tx) => {
    const any = await tx
      .selectFrom('touchpoint')
      .where('tenant_id', '=', TENANT)
      .select('name')
      .executeTakeFirst();
    if (any !== undefined) return;
    await publishSurvey(tx, SAMPLE_SURVEY, SAMPLE, now);
    const touchpoint = {
      touchpointId: SAMPLE_TOUCHPOINT,
      name: 'Sample touchpoint',
      timezone,
      surveyId: SAMPLE_SURVEY,
    };
    await addTouchpoint(tx, touchpoint, now);
  });
}
