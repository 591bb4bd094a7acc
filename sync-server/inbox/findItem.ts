import type { Kysely } from 'kysely';
import { Refusal } from '../http/index.ts';
import { TENANT, type Tables } from '../store/index.ts';

export type InboxItem = Awaited<ReturnType<typeof findItem>>;

/** An item by its place in the order of arrival; refuses what is not there, or was erased. */
export async function findItem(db: Kysely<Tables>, item: number) {
  const row = await db
    .selectFrom('inbox')
    .leftJoin('tombstone', (join) =>
      join
        .onRef('tombstone.tenant_id', '=', 'inbox.tenant_id')
        .onRef('tombstone.response_id', '=', 'inbox.response_id'),
    )
    .leftJoin('quarantine', (join) =>
      join
        .onRef('quarantine.tenant_id', '=', 'inbox.tenant_id')
        .onRef('quarantine.response_id', '=', 'inbox.response_id')
        .onRef('quarantine.rev', '=', 'inbox.rev')
        .onRef('quarantine.content_hash', '=', 'inbox.content_hash'),
    )
    .leftJoin('device', (join) =>
      join
        .onRef('device.tenant_id', '=', 'inbox.tenant_id')
        .onRef('device.device_id', '=', 'inbox.device_id'),
    )
    .leftJoin('touchpoint', (join) =>
      join
        .onRef('touchpoint.tenant_id', '=', 'inbox.tenant_id')
        .onRef('touchpoint.touchpoint_id', '=', 'inbox.device_touchpoint_id'),
    )
    .where('inbox.tenant_id', '=', TENANT)
    .where('inbox.arrival', '=', item)
    .where('tombstone.response_id', 'is', null)
    .select([
      'inbox.arrival as item',
      'inbox.response_id as responseId',
      'inbox.rev as rev',
      'inbox.content_hash as contentHash',
      'inbox.conflict as conflict',
      'inbox.payload as payload',
      'inbox.device_id as deviceId',
      'inbox.received_at as receivedAt',
      'device.name as deviceName',
      'touchpoint.name as touchpointName',
      'quarantine.reason as reason',
      'quarantine.survey_id as surveyId',
    ])
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('not_found', 'There is no such item in the inbox.');
  const { payload, ...rest } = row;
  return {
    ...rest,
    deviceName: row.deviceName ?? row.deviceId,
    touchpointName: row.touchpointName ?? '',
    text: payload.toString('utf8'),
  };
}

const MOST_SHOWN = 64 * 1024;

/** What came, bounded: a person looks at it. */
export const rawOf = (text: string) => ({
  text: text.slice(0, MOST_SHOWN),
  bytes: Buffer.byteLength(text),
  cut: text.length > MOST_SHOWN,
});
