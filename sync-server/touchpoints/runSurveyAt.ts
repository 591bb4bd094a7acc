import { TENANT, inList, type Tx } from '../store/index.ts';

/** From now on these touchpoints ask that survey; their devices get it at their next hello. */
export async function runSurveyAt(tx: Tx, touchpointIds: readonly string[], surveyId: string): Promise<void> {
  await tx
    .updateTable('touchpoint')
    .set({ survey_id: surveyId })
    .where('tenant_id', '=', TENANT)
    .where('touchpoint_id', 'in', inList(touchpointIds))
    .execute();
}
