import type { PushVerdict } from '../../core/protocol/index.ts';
import { extendChain, noteResponses, type Device } from '../devices/index.ts';
import { TENANT, attempt, inList, insertRows, type Tx } from '../store/index.ts';
import { deriveResponses } from './deriveResponses.ts';
import { judge, type Judgement, type Known } from './judge.ts';
import { quarantine } from './quarantine.ts';
import type { ReadItem } from './readItem.ts';
import type { Understanding } from './understand.ts';

/** Where a batch comes from, and when. */
export interface Origin {
  readonly device: Device;
  readonly batchId: string;
  readonly storeEpoch: string;
  readonly receivedAt: number;
}

export interface KeepableItem {
  readonly item: ReadItem;
  readonly understanding: Understanding;
}

/**
 * Keeps what came, in one go where that works. Where it fails, halves are tried apart, down to the single item that is the cause:
 * that one gets `retry` (V8), its neighbours pass (B4).
 */
export async function keepItems(
  tx: Tx,
  origin: Origin,
  items: readonly KeepableItem[],
): Promise<readonly PushVerdict[]> {
  if (items.length === 0) return [];
  const done = await attempt(tx, () => keepTogether(tx, origin, items));
  if (done.ok) return done.value;
  const [only] = items;
  if (items.length === 1 && only !== undefined) return [{ ...identity(only.item), verdict: 'retry' }];
  const half = Math.ceil(items.length / 2);
  const first = await keepItems(tx, origin, items.slice(0, half));
  const second = await keepItems(tx, origin, items.slice(half));
  return [...first, ...second];
}

async function keepTogether(
  tx: Tx,
  origin: Origin,
  items: readonly KeepableItem[],
): Promise<readonly PushVerdict[]> {
  const ids = [...new Set(items.map(({ item }) => item.responseId))];
  const known = await findKnown(tx, ids);
  const verdicts = judge(
    items.map(({ item, understanding }) => ({ ...identity(item), understood: understanding.ok })),
    known,
  );
  const judged = items.map((one, index) => ({ ...one, verdict: verdicts[index] ?? 'duplicate' }));
  await insertRows(
    tx,
    'inbox',
    judged.filter(isNew).map((one) => inboxRow(origin, one)),
  );
  await quarantine(
    tx,
    judged.flatMap((one) => toQuarantine(origin, one)),
  );
  const understood = judged.flatMap(({ verdict, understanding }) =>
    verdict === 'stored' && understanding.ok ? [understanding.value] : [],
  );
  const held = [...new Set(known.held.map(({ responseId }) => responseId))];
  await deriveResponses(tx, understood, held);
  await extendChain(tx, origin.device.deviceId, origin.storeEpoch, judged.flatMap(linkOf), origin.receivedAt);
  await noteResponses(
    tx,
    origin.device.deviceId,
    origin.receivedAt,
    understood.map(({ at }) => at),
  );
  return judged.map(({ item, verdict, understanding }) => ({
    ...identity(item),
    verdict,
    ...(verdict === 'quarantined' && !understanding.ok ? { reason: understanding.error } : {}),
  }));
}

async function findKnown(tx: Tx, ids: readonly string[]): Promise<Known> {
  const held = await tx
    .selectFrom('inbox')
    .where('tenant_id', '=', TENANT)
    .where('response_id', 'in', inList(ids))
    .select(['response_id as responseId', 'rev', 'content_hash as contentHash'])
    .execute();
  const erased = await tx
    .selectFrom('tombstone')
    .where('tenant_id', '=', TENANT)
    .where('response_id', 'in', inList(ids))
    .select('response_id')
    .execute();
  return { held, erased: new Set(erased.map((row) => row.response_id)) };
}

interface JudgedItem extends KeepableItem {
  readonly verdict: Judgement;
}

const identity = ({ responseId, rev, contentHash }: ReadItem) => ({ responseId, rev, contentHash });

const isNew = ({ verdict }: JudgedItem): boolean => verdict !== 'duplicate' && verdict !== 'tombstoned';

function linkOf(judged: JudgedItem) {
  const { seq, chain, contentHash } = judged.item;
  return seq === 0 ? [] : [{ seq, chain, contentHash, isNew: isNew(judged) }];
}

const inboxRow = ({ device, batchId, storeEpoch, receivedAt }: Origin, { item, verdict }: JudgedItem) => ({
  tenant_id: TENANT,
  response_id: item.responseId,
  rev: item.rev,
  content_hash: item.contentHash,
  payload: item.payload,
  conflict: verdict === 'conflict' ? 1 : 0,
  device_id: device.deviceId,
  device_touchpoint_id: device.touchpointId,
  store_epoch: storeEpoch,
  seq: item.seq,
  chain: item.chain,
  batch_id: batchId,
  clock_offset: device.clockOffset,
  received_at: receivedAt,
});

function toQuarantine({ device, receivedAt }: Origin, { item, verdict, understanding }: JudgedItem) {
  if (verdict !== 'quarantined' || understanding.ok) return [];
  const { touchpointId } = device;
  return [{ ...identity(item), deviceTouchpointId: touchpointId, receivedAt, reason: understanding.error }];
}
