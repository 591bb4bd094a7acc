import type { Kysely } from 'kysely';
import { TENANT, type Tables } from '../store/index.ts';

export interface Device {
  readonly deviceId: string;
  readonly touchpointId: string;
  readonly publicKey: string;
  readonly clockOffset: number;
  /** Since when what it sends goes to quarantine. */
  readonly revokedAt: number | null;
}

export async function findDevice(db: Kysely<Tables>, deviceId: string): Promise<Device | null> {
  const row = await db
    .selectFrom('device')
    .where('tenant_id', '=', TENANT)
    .where('device_id', '=', deviceId)
    .select([
      'device_id as deviceId',
      'touchpoint_id as touchpointId',
      'public_key as publicKey',
      'clock_offset as clockOffset',
      'revoked_at as revokedAt',
    ])
    .executeTakeFirst();
  return row ?? null;
}
