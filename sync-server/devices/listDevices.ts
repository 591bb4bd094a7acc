import type { Kysely } from 'kysely';
import type { DeviceHealth, OverviewDevice } from '../../core/protocol/index.ts';
import { TENANT, type Tables } from '../store/index.ts';
import { deviceState } from './deviceState.ts';

/** A touchpoint's devices by name, with what head office wants to know of each. */
export async function listDevices(
  db: Kysely<Tables>,
  touchpointId: string,
  now: number,
): Promise<OverviewDevice[]> {
  const rows = await db
    .selectFrom('device')
    .leftJoin('device_range', (join) =>
      join
        .onRef('device_range.tenant_id', '=', 'device.tenant_id')
        .onRef('device_range.device_id', '=', 'device.device_id')
        .onRef('device_range.store_epoch', '=', 'device.store_epoch')
        .on('device_range.from_seq', '=', 1),
    )
    .where('device.tenant_id', '=', TENANT)
    .where('device.touchpoint_id', '=', touchpointId)
    .orderBy('device.enrolled_at')
    .select([
      'device.device_id as deviceId',
      'name',
      'pin',
      'enrolled_at as enrolledAt',
      'last_contact_at as lastContactAt',
      'last_response_at as lastResponseAt',
      'health',
      'to_seq as highWater',
    ])
    .execute();
  return rows.map((row) => {
    const health = row.health === null ? null : (JSON.parse(row.health) as DeviceHealth);
    return {
      deviceId: row.deviceId,
      name: row.name,
      pin: row.pin,
      state: deviceState(row, now),
      waiting: health?.waiting ?? 0,
      parked: health?.parked ?? 0,
      lastContactAt: row.lastContactAt,
      lastResponseAt: row.lastResponseAt,
      highWater: row.highWater ?? 0,
      appVersion: health?.appVersion ?? null,
    };
  });
}
