import type { Kysely } from 'kysely';
import { TENANT, inList, type Tables } from '../store/index.ts';

export interface Touchpoint {
  readonly touchpointId: string;
  readonly name: string;
  readonly timezone: string;
  readonly surveyId: string;
}

const COLUMNS = ['touchpoint_id as touchpointId', 'name', 'timezone', 'survey_id as surveyId'] as const;

export async function findTouchpoint(db: Kysely<Tables>, touchpointId: string): Promise<Touchpoint | null> {
  return (await findTouchpoints(db, [touchpointId])).get(touchpointId) ?? null;
}

/** By id; unknown ones are missing. */
export async function findTouchpoints(
  db: Kysely<Tables>,
  touchpointIds: readonly string[],
): Promise<ReadonlyMap<string, Touchpoint>> {
  const rows = await db
    .selectFrom('touchpoint')
    .where('tenant_id', '=', TENANT)
    .where('touchpoint_id', 'in', inList(touchpointIds))
    .select(COLUMNS)
    .execute();
  return new Map(rows.map((row) => [row.touchpointId, row]));
}
