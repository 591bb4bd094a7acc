import type { Kysely } from 'kysely';
import type { PushVerdict } from '../../core/protocol/index.ts';
import { nameAttachments } from '../attachments/index.ts';
import { extendChain, noteResponses, type Device } from '../devices/index.ts';
import { TENANT, attempt, inList, insertRows, type Tables, type Tx } from '../store/index.ts';
import { deriveResponses } from './deriveResponses.ts';
import { judge, type Known, type Standing } from './judge.ts';
import { quarantine } from './quarantine.ts';
import type { ReadItem } from './readItem.ts';
import { understand, type Understanding } from './understand.ts';

/** Where a batch comes from, and when. */
export interface Origin {
  readonly device: Device;
  readonly batchId: string;
  readonly storeEpoch: string;
  /** Where that store epoch begins, as far as the batch said. */
  readonly firstSeq: number | undefined;
  readonly receivedAt: number;
}

/** What became of the items, and the touchpoints whose numbers changed. */
export interface Kept {
  readonly verdicts: readonly PushVerdict[];
  readonly touchpoints: readonly string[];
}

/**
 * Keeps what came, in one go where that works. Where it fails, halves are tried apart, down to the single item that is the cause:
 * that one gets `retry` (V8), its neighbours pass (B4).
 */
export async function keepItems(tx: Tx, origin: Origin, items: readonly ReadItem[]): Promise<Kept> {
  if (items.length === 0) return { verdicts: [], touchpoints: [] };
  const done = await attempt(tx, () => keepTogether(tx, origin, items));
  if (done.ok) return done.value;
  const [only] = items;
  if (items.length === 1 && only !== undefined)
    return { verdicts: [{ ...identity(only), verdict: 'retry' }], touchpoints: [] };
  const half = Math.ceil(items.length / 2);
  const first = await keepItems(tx, origin, items.slice(0, half));
  const second = await keepItems(tx, origin, items.slice(half));
  return {
    verdicts: [...first.verdicts, ...second.verdicts],
    touchpoints: [...first.touchpoints, ...second.touchpoints],
  };
}

async function keepTogether(tx: Tx, origin: Origin, items: readonly ReadItem[]): Promise<Kept> {
  const known = await findKnown(tx, [...new Set(items.map(({ responseId }) => responseId))]);
  const standings = judge(items, known);
  const judged = await understandFresh(tx, origin, items, standings);
  await insertRows(
    tx,
    'inbox',
    judged.filter(isNew).map((one) => inboxRow(origin, one)),
  );
  await nameAttachments(
    tx,
    judged.filter(isNew).map(({ item }) => item),
  );
  await quarantine(
    tx,
    judged.flatMap((one) => toQuarantine(origin, one)),
  );
  const understood = judged.flatMap(({ understanding }) =>
    understanding?.ok === true ? [understanding.value] : [],
  );
  const held = new Set(known.held.map(({ responseId }) => responseId));
  await deriveResponses(tx, understood, (responseId) => held.has(responseId));
  const { device, receivedAt } = origin;
  await extendChain(tx, device.deviceId, origin, judged.filter(hasPlace).map(linkOf), receivedAt);
  const moments = understood.map(({ at }) => at);
  await noteResponses(tx, device.deviceId, receivedAt, moments);
  const changed = judged.some(isNew) ? [device.touchpointId] : [];
  const touchpoints = understood.map(({ response }) => response.touchpointId);
  return { verdicts: judged.map(verdictOn), touchpoints: [...new Set([...changed, ...touchpoints])] };
}

/** What the store holds of these responses. */
export async function findKnown(tx: Kysely<Tables>, ids: readonly string[]): Promise<Known> {
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

interface JudgedItem {
  readonly item: ReadItem;
  readonly standing: Standing;
  /** Only of fresh items. */
  readonly understanding: Understanding | null;
}

async function understandFresh(
  tx: Tx,
  { device, receivedAt }: Origin,
  items: readonly ReadItem[],
  standings: readonly Standing[],
): Promise<readonly JudgedItem[]> {
  const fresh = items.filter((_, index) => standings[index] === 'fresh');
  const { clockOffset } = device;
  const revoked = device.revokedAt !== null;
  const understandings = await understand(
    tx,
    fresh.map(({ responseId, rev, text, seq }) => ({
      responseId,
      rev,
      text,
      seq,
      clockOffset,
      receivedAt,
      revoked,
    })),
  );
  let next = 0;
  return items.map((item, index) => {
    const standing = standings[index] ?? 'duplicate';
    return { item, standing, understanding: standing === 'fresh' ? (understandings[next++] ?? null) : null };
  });
}

const identity = ({ responseId, rev, contentHash }: ReadItem) => ({ responseId, rev, contentHash });

const isNew = ({ standing }: JudgedItem): boolean => standing === 'fresh' || standing === 'conflict';

function verdictOn({ item, standing, understanding }: JudgedItem): PushVerdict {
  const { responseId, rev, contentHash } = item;
  if (standing !== 'fresh') return { responseId, rev, contentHash, verdict: standing };
  return understanding?.ok === false
    ? { responseId, rev, contentHash, verdict: 'quarantined', reason: understanding.error }
    : { responseId, rev, contentHash, verdict: 'stored' };
}

const hasPlace = ({ item }: JudgedItem): boolean => item.seq > 0;

function linkOf(judged: JudgedItem) {
  const { seq, chain, derivedFrom, contentHash } = judged.item;
  return { seq, chain, derivedFrom, contentHash, isNew: isNew(judged) };
}

const inboxRow = ({ device, batchId, storeEpoch, receivedAt }: Origin, { item, standing }: JudgedItem) => ({
  tenant_id: TENANT,
  response_id: item.responseId,
  rev: item.rev,
  content_hash: item.contentHash,
  payload: Buffer.from(item.text, 'utf8'),
  conflict: standing === 'conflict' ? 1 : 0,
  device_id: device.deviceId,
  device_touchpoint_id: device.touchpointId,
  store_epoch: storeEpoch,
  seq: item.seq,
  chain: item.chain,
  batch_id: batchId,
  clock_offset: device.clockOffset,
  received_at: receivedAt,
  revoked: device.revokedAt === null ? 0 : 1,
});

function toQuarantine({ device, receivedAt }: Origin, { item, understanding }: JudgedItem) {
  if (understanding?.ok !== false) return [];
  const { deviceId, touchpointId } = device;
  const { text } = item;
  const reason = understanding.error;
  return [{ ...identity(item), text, deviceId, deviceTouchpointId: touchpointId, receivedAt, reason }];
}
