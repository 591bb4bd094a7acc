import { sql, type Kysely } from 'kysely';
import { DISMISSED, type InboxSummary } from '../../core/protocol/index.ts';
import { TENANT, type Tables } from '../store/index.ts';
import { isConflict } from './conflicts.ts';
import { countFixed } from './fixed.ts';
import { countIncomplete } from './incomplete.ts';

const MOST_GROUPS = 200;

/** How much waits for a person, and what of it belongs together. */
export async function summary(db: Kysely<Tables>, now: number): Promise<InboxSummary> {
  const reasons = await groups(db, 'reason');
  const { count: conflicts } = await db
    .selectFrom('inbox')
    .where('inbox.tenant_id', '=', TENANT)
    .where(isConflict(false))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const { count: dismissed } = await db
    .selectFrom('quarantine')
    .where('tenant_id', '=', TENANT)
    .where('reason', '=', DISMISSED)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return {
    waiting: reasons.reduce((sum, { count }) => sum + count, 0),
    dismissed,
    fixed: await countFixed(db),
    conflicts,
    ...(await countIncomplete(db, now)),
    reasons: reasons.slice(0, MOST_GROUPS),
    devices: (await groups(db, 'device_id')).slice(0, MOST_GROUPS),
    surveys: (await groups(db, 'survey_id')).slice(0, MOST_GROUPS),
  };
}

async function groups(db: Kysely<Tables>, column: 'reason' | 'device_id' | 'survey_id') {
  const rows = await db
    .selectFrom('quarantine')
    .leftJoin('device', (join) =>
      join
        .onRef('device.tenant_id', '=', 'quarantine.tenant_id')
        .onRef('device.device_id', '=', 'quarantine.device_id'),
    )
    .where('quarantine.tenant_id', '=', TENANT)
    .where('quarantine.reason', '!=', DISMISSED)
    .groupBy(`quarantine.${column}`)
    .select(({ fn }) => [
      `quarantine.${column} as value`,
      fn.countAll<number>().as('count'),
      sql<string | null>`max(device.name)`.as('deviceName'),
    ])
    .orderBy('count', 'desc')
    .orderBy('value')
    .execute();
  return rows.map(({ value, count, deviceName }) => ({
    value,
    count,
    name: column === 'device_id' ? (deviceName ?? value) : value,
  }));
}
