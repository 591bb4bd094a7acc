import { sql, type RawBuilder } from 'kysely';
import { TENANT, type Tx } from '../store/index.ts';

interface Acceptance {
  readonly deviceId: string;
  /** Who says so. */
  readonly by: string;
  readonly at: number;
}

/**
 * Notes that what is here of a device counts, though it was revoked when it came. What it sends later, while it is revoked, is not
 * meant.
 */
export async function noteAcceptance(tx: Tx, { deviceId, by, at }: Acceptance): Promise<void> {
  const { last } = await tx
    .selectFrom('inbox')
    .where('tenant_id', '=', TENANT)
    .where('device_id', '=', deviceId)
    .select(({ fn }) => fn.max('arrival').as('last'))
    .executeTakeFirstOrThrow();
  if ((last as number | null) === null) return;
  await tx
    .insertInto('acceptance')
    .values({ tenant_id: TENANT, device_id: deviceId, up_to_arrival: last, accepted_by: by, accepted_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Of an inbox row: 1 where its device was revoked when it came, and nobody has accepted it since; else 0. */
export const isRevoked: RawBuilder<number> = sql<number>`case when inbox.revoked = 1 and not exists (
  select 1 from acceptance where acceptance.tenant_id = inbox.tenant_id and acceptance.device_id = inbox.device_id
    and acceptance.up_to_arrival >= inbox.arrival) then 1 else 0 end`;
