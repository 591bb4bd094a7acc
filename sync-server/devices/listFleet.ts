import type { Kysely } from 'kysely';
import type { FleetDevice } from '../../core/protocol/index.ts';
import { TENANT, type Tables } from '../store/index.ts';
import { deviceState } from './deviceState.ts';
import { holesOf } from './holesOf.ts';

type Db = Kysely<Tables>;
type Chain = FleetDevice['chains'][number];

/** Every device with what its store epochs are known to hold. Three queries, however many devices there are. */
export async function listFleet(db: Db, now: number): Promise<FleetDevice[]> {
  const [devices, chains, ranges] = await Promise.all([readDevices(db), readChains(db), readRanges(db)]);
  const rangesOf = groupedBy(ranges, ({ deviceId, storeEpoch }) => keyOf(deviceId, storeEpoch));
  const chainsOf = groupedBy(chains, ({ deviceId }) => deviceId);
  return devices.map(({ health, storeEpoch, ...device }) => {
    const said = health === null ? null : (JSON.parse(health) as Record<string, unknown>);
    const told = typeof said?.['lastSeq'] === 'number' ? said['lastSeq'] : 0;
    const held = said?.['questionnaireVersion'];
    return {
      ...device,
      state: deviceState(device, now),
      heldVersion: typeof held === 'string' ? held : null,
      health: said,
      chains: (chainsOf.get(device.deviceId) ?? []).map((chain): Chain => {
        const held = rangesOf.get(keyOf(device.deviceId, chain.storeEpoch)) ?? [];
        const known = chain.storeEpoch === storeEpoch ? told : 0;
        const { holes, believedTo } = holesOf(held, chain.firstSeq, known);
        return {
          storeEpoch: chain.storeEpoch,
          firstSeenAt: chain.firstSeenAt,
          received: held.reduce((sum, { from, to }) => sum + to - from + 1, 0),
          lastSeq: believedTo ?? held.at(-1)?.to ?? 0,
          holes: [...holes],
          forked: chain.forked === 1,
          broken: chain.broken === 1 || believedTo !== null,
        };
      }),
    };
  });
}

function groupedBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

const keyOf = (deviceId: string, storeEpoch: string): string => `${deviceId} ${storeEpoch}`;

const readDevices = (db: Db) =>
  db
    .selectFrom('device')
    .innerJoin('touchpoint', (join) =>
      join
        .onRef('touchpoint.tenant_id', '=', 'device.tenant_id')
        .onRef('touchpoint.touchpoint_id', '=', 'device.touchpoint_id'),
    )
    .innerJoin('survey', (join) =>
      join
        .onRef('survey.tenant_id', '=', 'touchpoint.tenant_id')
        .onRef('survey.survey_id', '=', 'touchpoint.survey_id'),
    )
    .where('device.tenant_id', '=', TENANT)
    .orderBy('touchpoint.name')
    .orderBy('device.enrolled_at')
    .select([
      'device_id as deviceId',
      'device.name as name',
      'device.pin as pin',
      'device.touchpoint_id as touchpointId',
      'touchpoint.name as touchpointName',
      'enrolled_at as enrolledAt',
      'revoked_at as revokedAt',
      'last_contact_at as lastContactAt',
      'last_response_at as lastResponseAt',
      'clock_offset as clockOffset',
      'survey.current_version as currentVersion',
      'store_epoch as storeEpoch',
      'health',
    ])
    .execute();

const readChains = (db: Db) =>
  db
    .selectFrom('device_chain')
    .where('tenant_id', '=', TENANT)
    .orderBy('first_seen_at', 'desc')
    .select([
      'device_id as deviceId',
      'store_epoch as storeEpoch',
      'first_seen_at as firstSeenAt',
      'first_seq as firstSeq',
      'forked',
      'broken',
    ])
    .execute();

const readRanges = (db: Db) =>
  db
    .selectFrom('device_range')
    .where('tenant_id', '=', TENANT)
    .orderBy('from_seq')
    .select(['device_id as deviceId', 'store_epoch as storeEpoch', 'from_seq as from', 'to_seq as to'])
    .execute();
