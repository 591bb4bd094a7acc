import type { PushItem } from '../../core/protocol/index.ts';
import type { ChainState } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { epochOf } from './epochs.ts';
import { readFact } from './facts.ts';
import { isReadable } from './outbox/isReadable.ts';
import { nextWaiting } from './outbox/nextWaiting.ts';
import { readResponses, unfoldResponses } from './outbox/recorded.ts';
import { toItem } from './outbox/segment.ts';
import type { ResponseRow } from './deviceDatabase.ts';

/** Unsent responses of one store epoch. */
export interface UnsentBatch {
  readonly storeEpoch: string;
  readonly firstSeq: number;
  readonly items: readonly PushItem[];
}

const BATCH = 500;
/** Parked ones may be giants. */
const PARKED_BATCH = 4;

/**
 * Everything that was unsent when this began, parked or not, a batch at a time. Changes nothing; what can't be read is left out. What comes
 * meanwhile is left for the next time.
 */
export async function* unsentBatches({ database }: DeviceStorage): AsyncGenerator<UnsentBatch> {
  const chain = await readFact(database.meta, 'chain');
  if (chain === undefined) return;
  for (let after = 0; ; ) {
    const next = await nextWaiting(database, chain, { maxItems: BATCH, maxPackedItems: 0, after });
    const seqs = (next?.seqs ?? []).filter((seq) => seq <= chain.lastSeq);
    if (next === null || seqs.length === 0) break;
    const rows = await unfoldResponses(next.gathered);
    yield* batchesOf(
      chain,
      seqs.map((seq) => rows.get(seq)),
    );
    after = seqs.at(-1) ?? Infinity;
  }
  const parked = await database.parked.toCollection().primaryKeys();
  for (let from = 0; from < parked.length; from += PARKED_BATCH)
    yield* batchesOf(chain, await readResponses(database, parked.slice(from, from + PARKED_BATCH)));
}

function* batchesOf(
  chain: ChainState,
  rows: readonly (ResponseRow | undefined)[],
): Generator<UnsentBatch> {
  const groups = new Map<string, { firstSeq: number; items: PushItem[] }>();
  for (const row of rows.filter(isReadable)) {
    const { storeEpoch, firstSeq } = epochOf(chain, row.seq);
    const group = groups.get(storeEpoch) ?? { firstSeq, items: [] };
    groups.set(storeEpoch, group);
    group.items.push(toItem(row));
  }
  for (const [storeEpoch, group] of groups) yield { storeEpoch, ...group };
}
