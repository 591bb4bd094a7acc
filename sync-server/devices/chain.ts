import { sql } from 'kysely';
import { TENANT, executeLater, insertRows, type Tx } from '../store/index.ts';
import { mergeSequence, type Link, type SequenceRange } from './mergeSequence.ts';

/** What the server knows of a store epoch. */
export interface ChainState {
  /** Nothing is missing from the epoch's first number up to this one; 0 where the first has not come. */
  readonly highWater: number;
  /** Chain hash of the response there. */
  readonly highWaterChain: string | null;
  readonly forked: boolean;
  readonly firstSeq: number;
}

/** Notes a store epoch of a device. Where it begins is taken from a hello at any time, from a push only the first time (B10). */
export async function openChain(
  tx: Tx,
  deviceId: string,
  storeEpoch: string,
  now: number,
  said: Said,
): Promise<ChainState> {
  const { byHello } = said;
  await noteChain(tx, deviceId, storeEpoch, now, said);
  if (byHello !== undefined) await beginAt(tx, deviceId, storeEpoch, byHello);
  const chain = await chains(tx, deviceId, storeEpoch)
    .leftJoin('device_range', (join) =>
      join
        .onRef('device_range.tenant_id', '=', 'device_chain.tenant_id')
        .onRef('device_range.device_id', '=', 'device_chain.device_id')
        .onRef('device_range.store_epoch', '=', 'device_chain.store_epoch')
        .onRef('device_range.from_seq', '=', 'device_chain.first_seq'),
    )
    .select(['to_seq', 'to_chain', 'forked', 'first_seq'])
    .executeTakeFirstOrThrow();
  return {
    highWater: chain.to_seq ?? 0,
    highWaterChain: chain.to_chain,
    forked: chain.forked === 1,
    firstSeq: chain.first_seq,
  };
}

interface Said {
  readonly byHello?: number | undefined;
  readonly byPush?: number | undefined;
  /** So many responses of it are kept by this. */
  readonly kept?: number;
}

/** Where it is known already nothing changes but how much of it is kept. */
const noteChain = (
  tx: Tx,
  deviceId: string,
  storeEpoch: string,
  now: number,
  { byHello, byPush, kept = 0 }: Said,
): Promise<void> =>
  executeLater(
    tx,
    tx
      .insertInto('device_chain')
      .values({
        tenant_id: TENANT,
        device_id: deviceId,
        store_epoch: storeEpoch,
        first_seen_at: now,
        first_seq: byHello ?? byPush ?? 1,
        forked: 0,
        broken: 0,
        kept,
      })
      .onConflict((conflict) =>
        kept === 0
          ? conflict.doNothing()
          : conflict
              .columns(['tenant_id', 'device_id', 'store_epoch'])
              .doUpdateSet({ kept: sql`device_chain.kept + ${kept}` }),
      ),
  );

/** A batch may come before the first hello of its store epoch. */
const beginAt = (tx: Tx, deviceId: string, storeEpoch: string, firstSeq: number) =>
  tx
    .updateTable('device_chain')
    .set({ first_seq: firstSeq })
    .where('tenant_id', '=', TENANT)
    .where('device_id', '=', deviceId)
    .where('store_epoch', '=', storeEpoch)
    .where('first_seq', '!=', firstSeq)
    .execute();

const chains = (tx: Tx, deviceId: string, storeEpoch: string) =>
  tx
    .selectFrom('device_chain')
    .where('device_chain.tenant_id', '=', TENANT)
    .where('device_chain.device_id', '=', deviceId)
    .where('device_chain.store_epoch', '=', storeEpoch);

/**
 * Notes that the responses at these places are held. Nothing is refused here: a fork (another response at a place that was taken)
 * and a broken link are facts for people to look at. Gives how many sequence numbers of the store epoch are here then.
 */
export async function extendChain(
  tx: Tx,
  deviceId: string,
  { storeEpoch, firstSeq }: { readonly storeEpoch: string; readonly firstSeq?: number | undefined },
  links: readonly Link[],
  now: number,
): Promise<number> {
  if (links.length === 0) return heldCount(tx, deviceId, storeEpoch);
  const kept = links.filter(({ isNew }) => isNew).length;
  await noteChain(tx, deviceId, storeEpoch, now, { byPush: firstSeq, kept });
  const { first, touched, held } = await chainAround(tx, deviceId, storeEpoch, links);
  const { ranges: merged, forked, broken } = mergeSequence(touched, links, first);
  if (!isSame(touched, merged)) await replaceRanges(tx, deviceId, storeEpoch, touched, merged);
  if (forked || broken) await markChain(tx, deviceId, storeEpoch, forked, broken);
  return held - lengthOf(touched) + lengthOf(merged);
}

const markChain = (tx: Tx, deviceId: string, storeEpoch: string, forked: boolean, broken: boolean) =>
  tx
    .updateTable('device_chain')
    .set({ ...(forked ? { forked: 1 } : {}), ...(broken ? { broken: 1 } : {}) })
    .where('tenant_id', '=', TENANT)
    .where('device_id', '=', deviceId)
    .where('store_epoch', '=', storeEpoch)
    .execute();

const lengthOf = (ranges: readonly SequenceRange[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/** How many sequence numbers of a store epoch are here. */
export async function heldCount(tx: Tx, deviceId: string, storeEpoch: string): Promise<number> {
  const { held } = await ranges(tx, deviceId, storeEpoch).select(HELD).executeTakeFirstOrThrow();
  return held ?? 0;
}

const HELD = sql<number | null>`sum(to_seq - from_seq + 1)`.as('held');

const ranges = (tx: Tx, deviceId: string, storeEpoch: string) =>
  tx
    .selectFrom('device_range')
    .where('tenant_id', '=', TENANT)
    .where('device_id', '=', deviceId)
    .where('store_epoch', '=', storeEpoch);

/** The ranges that the links are in or touch, where the epoch begins, and how much of it is here; in one go, as every batch asks. */
async function chainAround(tx: Tx, deviceId: string, storeEpoch: string, links: readonly Link[]) {
  const places = links.map(({ seq }) => seq);
  const rows = await chains(tx, deviceId, storeEpoch)
    .leftJoin('device_range', (join) =>
      join
        .onRef('device_range.tenant_id', '=', 'device_chain.tenant_id')
        .onRef('device_range.device_id', '=', 'device_chain.device_id')
        .onRef('device_range.store_epoch', '=', 'device_chain.store_epoch')
        .on('from_seq', '<=', Math.max(...places) + 1)
        .on('to_seq', '>=', Math.min(...places) - 1),
    )
    .select(['first_seq as first', 'from_seq as from', 'to_seq as to', 'to_chain as endChain'])
    .select(ranges(tx, deviceId, storeEpoch).select(HELD).as('held'))
    .execute();
  const touched = rows.flatMap(({ from, to, endChain }) =>
    from === null || to === null || endChain === null ? [] : [{ from, to, endChain }],
  );
  return { first: rows[0]?.first, held: rows[0]?.held ?? 0, touched };
}

const isSame = (ranges: readonly SequenceRange[], others: readonly SequenceRange[]): boolean =>
  ranges.length === others.length &&
  ranges.every(({ from, to }, index) => from === others[index]?.from && to === others[index].to);

async function replaceRanges(
  tx: Tx,
  deviceId: string,
  storeEpoch: string,
  old: readonly SequenceRange[],
  merged: readonly SequenceRange[],
): Promise<void> {
  for (const { from } of old) {
    const removed = tx
      .deleteFrom('device_range')
      .where('tenant_id', '=', TENANT)
      .where('device_id', '=', deviceId)
      .where('store_epoch', '=', storeEpoch)
      .where('from_seq', '=', from);
    await executeLater(tx, removed);
  }
  const rows = merged.map(({ from, to, endChain }) => ({
    tenant_id: TENANT,
    device_id: deviceId,
    store_epoch: storeEpoch,
    from_seq: from,
    to_seq: to,
    to_chain: endChain,
  }));
  await insertRows(tx, 'device_range', rows);
}
