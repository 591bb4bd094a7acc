import { makeUuidV7 } from '../../core/kernel/index.ts';
import { PROTOCOL, type SentItem } from '../../core/protocol/index.ts';
import type { PushLimits } from './parseHelloReply.ts';
import type { PackedBatch, PumpPorts, PushFrame } from './ports.ts';

/** A batch ready to cross the wire. */
export interface PreparedBatch {
  readonly batchId: string;
  readonly storeEpoch: string;
  readonly items: readonly (SentItem & { readonly seq: number })[];
  readonly packed: PackedBatch;
  /** Its contents were not looked at: sent as they lie packed on the device. */
  readonly unseen: boolean;
}

/** How much the next batch may hold. */
interface Wanted {
  readonly batchSize: number;
  readonly limits: PushLimits;
  readonly plain: boolean;
}

/** Reads and packs what waits after the number `after`; `null` where nothing does. */
export async function prepareBatch(
  { batchSize, limits, plain }: Wanted,
  after: number,
  { clock, random, network, outbox, identity }: PumpPorts,
): Promise<PreparedBatch | null> {
  const maxItems = Math.min(batchSize, limits.maxItems);
  const maxPackedItems = plain ? 0 : Math.min(batchSize, limits.maxPackedItems);
  const batch = await outbox.readBatch({ maxItems, maxPackedItems, after });
  if (batch === null) return null;
  const { storeEpoch, firstSeq } = batch;
  const batchId = makeUuidV7(clock.now(), random);
  const { deviceId } = identity;
  const frame: PushFrame = { protocol: PROTOCOL, batchId, deviceId, storeEpoch, firstSeq };
  if ('packed' in batch) {
    const packed = await network.packAround({ ...frame, brief: true }, batch.packed);
    return { batchId, storeEpoch, items: batch.places, packed, unseen: true };
  }
  const { items } = batch;
  const packed = await network.pack({ ...frame, items: [...items] });
  return { batchId, storeEpoch, items, packed, unseen: false };
}
