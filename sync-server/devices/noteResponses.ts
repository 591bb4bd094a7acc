import { sql } from 'kysely';
import { TENANT, type Tx } from '../store/index.ts';

/** A batch came: the device is there, and people answered at these moments. */
export async function noteResponses(
  tx: Tx,
  deviceId: string,
  receivedAt: number,
  moments: readonly number[],
): Promise<void> {
  const latest = moments.reduce((later, moment) => Math.max(later, moment), 0);
  await tx
    .updateTable('device')
    .set({
      last_contact_at: receivedAt,
      ...(latest === 0
        ? {}
        : { last_response_at: sql<number>`max(coalesce(last_response_at, 0), ${latest})` }),
    })
    .where('tenant_id', '=', TENANT)
    .where('device_id', '=', deviceId)
    .execute();
}
