import { TENANT, type Tx } from '../store/index.ts';
import type { Touchpoint } from './findTouchpoint.ts';

export async function addTouchpoint(tx: Tx, touchpoint: Touchpoint, now: number): Promise<void> {
  await tx
    .insertInto('touchpoint')
    .values({
      tenant_id: TENANT,
      touchpoint_id: touchpoint.touchpointId,
      name: touchpoint.name,
      timezone: touchpoint.timezone,
      survey_id: touchpoint.surveyId,
      created_at: now,
    })
    .execute();
}
