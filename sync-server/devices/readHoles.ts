import type { Kysely } from 'kysely';
import { TENANT, type Tables } from '../store/index.ts';
import { holesOf } from './holesOf.ts';

/** Which numbers of a store epoch have not come, up to the highest that has. */
export async function readHoles(
  db: Kysely<Tables>,
  deviceId: string,
  storeEpoch: string,
): Promise<readonly { readonly from: number; readonly to: number }[]> {
  const ranges = await db
    .selectFrom('device_range')
    .where('tenant_id', '=', TENANT)
    .where('device_id', '=', deviceId)
    .where('store_epoch', '=', storeEpoch)
    .orderBy('from_seq')
    .select(['from_seq as from', 'to_seq as to'])
    .execute();
  const chain = await db
    .selectFrom('device_chain')
    .where('tenant_id', '=', TENANT)
    .where('device_id', '=', deviceId)
    .where('store_epoch', '=', storeEpoch)
    .select('first_seq as firstSeq')
    .executeTakeFirst();
  return holesOf(ranges, chain?.firstSeq ?? 1, 0).holes;
}
