import { sql } from 'kysely';

/** What is shown of an item of the inbox, with who sent it and from where: names are looked up last, so that any join may come first. */
export const ITEM = [
  'inbox.arrival as item',
  'inbox.response_id as responseId',
  'inbox.rev as rev',
  'inbox.content_hash as contentHash',
  'inbox.device_id as deviceId',
  'inbox.received_at as receivedAt',
  sql<string | null>`(select device.name from device
    where device.tenant_id = inbox.tenant_id and device.device_id = inbox.device_id)`.as('deviceName'),
  sql<string | null>`(select touchpoint.name from touchpoint
    where touchpoint.tenant_id = inbox.tenant_id and touchpoint.touchpoint_id = inbox.device_touchpoint_id)`.as(
    'touchpointName',
  ),
] as const;

interface Named {
  readonly deviceId: string;
  readonly deviceName: string | null;
  readonly touchpointName: string | null;
}

/** What the console calls them; a device that is not known here, by its id. */
export const namesOf = ({ deviceId, deviceName, touchpointName }: Named) => ({
  deviceName: deviceName ?? deviceId,
  touchpointName: touchpointName ?? '',
});

export interface ItemKey {
  readonly responseId: string;
  readonly rev: number;
  readonly contentHash: string;
}

/** Those of them that are about this very item. */
export const ofItem = <T extends ItemKey>(all: readonly T[], item: ItemKey): readonly T[] =>
  all.filter(
    (one) =>
      one.responseId === item.responseId && one.rev === item.rev && one.contentHash === item.contentHash,
  );
