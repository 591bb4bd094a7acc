import type { Kysely } from 'kysely';
import { TENANT, inList, type Tables } from '../store/index.ts';

/** When each of these devices was enrolled; unknown ones are missing. It never changes. */
export async function enrolledWhen(
  db: Kysely<Tables>,
  deviceIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('device')
    .where('tenant_id', '=', TENANT)
    .where('device_id', 'in', inList(deviceIds))
    .select(['device_id', 'enrolled_at'])
    .execute();
  return new Map(rows.map((row) => [row.device_id, row.enrolled_at]));
}
