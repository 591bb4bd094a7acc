import type { Clock } from '../../core/kernel/index.ts';
import type { PushRequest, PushVerdict } from '../../core/protocol/index.ts';
import { heldCount, type Device } from '../devices/index.ts';
import type { EventHub } from '../events/index.ts';
import type { Store } from '../store/index.ts';
import { keepItems } from './keepItems.ts';
import { isReadable, readItems } from './readItem.ts';

interface IngestParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventHub;
}

/** Takes in a device's batch: one verdict per item, in their order (B3), after the durable commit of what is kept (B2). */
export async function ingestBatch(
  { store, clock, events }: IngestParts,
  device: Device,
  {
    batchId,
    storeEpoch,
    firstSeq,
    items,
  }: Pick<PushRequest, 'batchId' | 'storeEpoch' | 'firstSeq' | 'items'>,
): Promise<{ verdicts: PushVerdict[]; held: number }> {
  const read = await readItems(items);
  const origin = { device, batchId, storeEpoch, firstSeq, receivedAt: clock.now() };
  const { deviceId } = device;
  const { kept, held } = await store.write(
    async (tx) => ({
      kept: await keepItems(tx, origin, read.filter(isReadable)),
      held: await heldCount(tx, deviceId, storeEpoch),
    }),
    { device: deviceId },
  );
  for (const touchpointId of new Set(kept.touchpoints)) events.publish('responses', touchpointId);
  if (kept.verdicts.some(({ verdict }) => verdict === 'quarantined' || verdict === 'conflict'))
    events.publish('inbox', '');
  const kinds = kept.verdicts.values();
  const verdicts = read.map((item) => (isReadable(item) ? (kinds.next().value as PushVerdict) : item));
  return { verdicts, held };
}
