import type { Clock } from '../../core/kernel/index.ts';
import type { PushRequest, PushVerdict } from '../../core/protocol/index.ts';
import type { Device } from '../devices/index.ts';
import type { EventHub } from '../events/index.ts';
import type { Store } from '../store/index.ts';
import { keepItems } from './keepItems.ts';
import { isReadable, readItem } from './readItem.ts';
import { understand } from './understand.ts';

interface IngestParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventHub;
}

/** Takes in a device's batch: one verdict per item, in their order (B3), after the durable commit of what is kept (B2). */
export async function ingestBatch(
  { store, clock, events }: IngestParts,
  device: Device,
  batch: Pick<PushRequest, 'batchId' | 'storeEpoch' | 'items'>,
): Promise<PushVerdict[]> {
  const receivedAt = clock.now();
  const read = batch.items.map(readItem);
  const kept = read.filter(isReadable);
  const understandings = await understand(
    store.read,
    kept.map((item) => ({ ...item, clockOffset: device.clockOffset, receivedAt })),
  );
  const items = kept.flatMap((item, index) => {
    const understanding = understandings[index];
    return understanding === undefined ? [] : [{ item, understanding }];
  });
  const origin = { device, batchId: batch.batchId, storeEpoch: batch.storeEpoch, receivedAt };
  const verdicts = await store.write((tx) => keepItems(tx, origin, items));
  const touchpoints = understandings.flatMap((one) => (one.ok ? [one.value.response.touchpointId] : []));
  if (verdicts.some(({ verdict }) => verdict !== 'duplicate' && verdict !== 'tombstoned')) {
    for (const touchpointId of new Set([device.touchpointId, ...touchpoints]))
      events.publish('responses', touchpointId);
  }
  const next = verdicts.values();
  return read.map((item) => (isReadable(item) ? (next.next().value as PushVerdict) : item));
}
