import { TENANT, type Tx } from '../store/index.ts';
import type { Touchpoint } from './findTouchpoint.ts';

export async function addTouchpoint(
  tx: Tx,
  touchpoint: Omit<Touchpoint, 'openingHours'>,
  now: number,
): Promise<void> {
  await tx
    .insertInto('touchpoint')
    .values({
      tenant_id: TENANT,
      touchpoint_id: touchpoint.touchpointId,
      name: touchpoint.name,
      timezone: touchpoint.timezone,
      survey_id: touchpoint.surveyId,
      created_at: now,
      opening_hours: null,
    })
    .execute();
}
