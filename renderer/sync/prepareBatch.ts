import { makeUuidV7 } from '../../core/kernel/index.ts';
import { PROTOCOL, type PushItem } from '../../core/protocol/index.ts';
import type { PackedBatch, PumpPorts } from './ports.ts';

/** A batch ready to cross the wire. */
export interface PreparedBatch {
  readonly batchId: string;
  readonly storeEpoch: string;
  readonly items: readonly PushItem[];
  readonly packed: PackedBatch;
}

/** Reads and packs what waits after the number `after`; `null` where nothing does. */
export async function prepareBatch(
  { clock, random, network, outbox, identity }: PumpPorts,
  maxItems: number,
  after: number,
): Promise<PreparedBatch | null> {
  const batch = await outbox.readBatch(maxItems, after);
  if (batch === null) return null;
  const { storeEpoch, items } = batch;
  const batchId = makeUuidV7(clock.now(), random);
  const { deviceId } = identity;
  const packed = await network.pack({ protocol: PROTOCOL, batchId, deviceId, storeEpoch, items: [...items] });
  return { batchId, storeEpoch, items, packed };
}
