import type { Clock } from '../../core/kernel/index.ts';
import type { PushRequest, PushVerdict } from '../../core/protocol/index.ts';
import type { Device } from '../devices/index.ts';
import type { EventHub } from '../events/index.ts';
import type { Store } from '../store/index.ts';
import { keepItems } from './keepItems.ts';
import { isReadable, readItem } from './readItem.ts';

interface IngestParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventHub;
}

/** Takes in a device's batch: one verdict per item, in their order (B3), after the durable commit of what is kept (B2). */
export async function ingestBatch(
  { store, clock, events }: IngestParts,
  device: Device,
  { batchId, storeEpoch, items }: Pick<PushRequest, 'batchId' | 'storeEpoch' | 'items'>,
): Promise<PushVerdict[]> {
  const read = items.map(readItem);
  const origin = { device, batchId, storeEpoch, receivedAt: clock.now() };
  const kept = await store.write((tx) => keepItems(tx, origin, read.filter(isReadable)));
  for (const touchpointId of new Set(kept.touchpoints)) events.publish('responses', touchpointId);
  const verdicts = kept.verdicts.values();
  return read.map((item) => (isReadable(item) ? (verdicts.next().value as PushVerdict) : item));
}
