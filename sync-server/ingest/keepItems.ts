import type { Kysely } from 'kysely';
import type { PushVerdict } from '../../core/protocol/index.ts';
import { nameAttachments } from '../attachments/index.ts';
import { extendChain, heldCount, noteResponses, type Device } from '../devices/index.ts';
import {
  TENANT,
  attempt,
  executeTogether,
  inList,
  insertColumns,
  type Tables,
  type Tx,
} from '../store/index.ts';
import { deriveResponses } from './deriveResponses.ts';
import { judge, type Known, type Standing } from './judge.ts';
import { noteUnopened } from './opening/index.ts';
import { quarantine } from './quarantine.ts';
import type { ReadItem } from './readItem.ts';
import { apart, understand, type Understanding } from './understand.ts';

/** Over the network by the device itself, or in a sync file that somebody carried. */
export type Source = 'network' | 'file';

/** Where a batch comes from, and when. */
export interface Origin {
  readonly device: Device;
  readonly batchId: string;
  readonly storeEpoch: string;
  /** Where that store epoch begins, as far as the batch said. */
  readonly firstSeq: number | undefined;
  readonly receivedAt: number;
  readonly source: Source;
}

/** What became of the items, the touchpoints whose numbers changed, and how much of the store epoch is here now. */
export interface Kept {
  readonly verdicts: readonly PushVerdict[];
  readonly touchpoints: readonly string[];
  readonly held: number;
}

/**
 * Keeps what came though keeping it in one go has failed: halves are tried apart, down to the single item that is the cause. That one
 * gets `retry` (V8), its neighbours pass (B4).
 */
export async function keepApart(tx: Tx, origin: Origin, items: readonly ReadItem[]): Promise<Kept> {
  const done = await attempt(tx, () => keepTogether(tx, origin, items));
  if (done.ok) return done.value;
  const [only] = items;
  if (only === undefined) throw done.error;
  if (items.length === 1) {
    const held = await heldCount(tx, origin.device.deviceId, origin.storeEpoch);
    return { verdicts: [{ ...identity(only), verdict: 'retry' }], touchpoints: [], held };
  }
  const half = Math.ceil(items.length / 2);
  const first = await keepApart(tx, origin, items.slice(0, half));
  const second = await keepApart(tx, origin, items.slice(half));
  return {
    verdicts: [...first.verdicts, ...second.verdicts],
    touchpoints: [...first.touchpoints, ...second.touchpoints],
    held: second.held,
  };
}

/** Keeps what came in one go, or fails. */
export async function keepTogether(tx: Tx, origin: Origin, items: readonly ReadItem[]): Promise<Kept> {
  const { device, receivedAt } = origin;
  if (items.length === 0)
    return { verdicts: [], touchpoints: [], held: await heldCount(tx, device.deviceId, origin.storeEpoch) };
  const known = await findKnown(tx, [...new Set(items.map(({ responseId }) => responseId))]);
  const standings = judge(items, known);
  const added = items
    .map((item, index): StandingItem => ({ item, standing: standings[index] ?? 'duplicate' }))
    .filter(isNew);
  // The database writes them down while they are read here.
  const [, judged] = await Promise.all([
    insertIntoInbox(tx, origin, added),
    understandFresh(tx, origin, items, standings),
  ]);
  await nameAttachments(
    tx,
    added.map(({ item }) => item),
  );
  await quarantine(
    tx,
    judged.flatMap((one) => toQuarantine(origin, one)),
  );
  const { understood, unopened } = apart(judged.map(({ understanding }) => understanding));
  await noteUnopened(tx, unopened);
  const before = new Set(known.held.map(({ responseId }) => responseId));
  await deriveResponses(tx, understood, (responseId) => before.has(responseId));
  const links = judged.filter(hasPlace).map(linkOf);
  const held = await extendChain(tx, device.deviceId, origin, links, receivedAt);
  const moments = [...understood.map(({ at }) => at), ...unopened.map(() => receivedAt)];
  await noteResponses(tx, device.deviceId, receivedAt, moments);
  const changed = added.length > 0 ? [device.touchpointId] : [];
  const touchpoints = understood.map(({ response }) => response.touchpointId);
  return { verdicts: judged.map(verdictOn), touchpoints: [...new Set([...changed, ...touchpoints])], held };
}

/** What the store holds of these responses. */
export async function findKnown(tx: Kysely<Tables>, ids: readonly string[]): Promise<Known> {
  const list = inList(ids);
  const [held, erased] = await executeTogether(
    tx,
    tx
      .selectFrom('inbox')
      .where('tenant_id', '=', TENANT)
      .where('response_id', 'in', list)
      .select(['response_id as responseId', 'rev', 'content_hash as contentHash']),
    tx
      .selectFrom('tombstone')
      .where('tenant_id', '=', TENANT)
      .where('response_id', 'in', list)
      .select('response_id'),
  );
  return { held, erased: new Set(erased.map((row) => row.response_id)) };
}

interface StandingItem {
  readonly item: ReadItem;
  readonly standing: Standing;
}

interface JudgedItem extends StandingItem {
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
    fresh.map(({ responseId, rev, contentHash, text, seq }) => ({
      responseId,
      rev,
      contentHash,
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

const isNew = ({ standing }: StandingItem): boolean => standing === 'fresh' || standing === 'conflict';

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

function insertIntoInbox(
  tx: Tx,
  { device, ...origin }: Origin,
  added: readonly StandingItem[],
): Promise<void> {
  const each = <Value>(valueOf: (one: StandingItem) => Value) => ({ each: added.map(valueOf) });
  return insertColumns(tx, 'inbox', added.length, {
    tenant_id: { all: TENANT },
    response_id: each(({ item }) => item.responseId),
    rev: each(({ item }) => item.rev),
    content_hash: each(({ item }) => item.contentHash),
    payload: { bytesOf: added.map(({ item }) => item.text) },
    conflict: each(({ standing }) => (standing === 'conflict' ? 1 : 0)),
    device_id: { all: device.deviceId },
    device_touchpoint_id: { all: device.touchpointId },
    store_epoch: { all: origin.storeEpoch },
    seq: each(({ item }) => item.seq),
    chain: each(({ item }) => item.chain),
    batch_id: { all: origin.batchId },
    clock_offset: { all: device.clockOffset },
    received_at: { all: origin.receivedAt },
    revoked: { all: device.revokedAt === null ? 0 : 1 },
    source: { all: origin.source },
  });
}

function toQuarantine({ device, receivedAt }: Origin, { item, understanding }: JudgedItem) {
  if (understanding?.ok !== false) return [];
  const { deviceId, touchpointId } = device;
  const { text } = item;
  const reason = understanding.error;
  return [{ ...identity(item), text, deviceId, deviceTouchpointId: touchpointId, receivedAt, reason }];
}
