import type { Clock } from '../../core/kernel/index.ts';
import type { PushRequest, PushVerdict } from '../../core/protocol/index.ts';
import type { Device } from '../devices/index.ts';
import type { EventHub } from '../events/index.ts';
import { isContention, isStoreTrouble, type Store } from '../store/index.ts';
import { keepApart, keepTogether, type Kept, type Source } from './keepItems.ts';
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
  source: Source = 'network',
): Promise<{ verdicts: PushVerdict[]; held: number }> {
  const read = await readItems(items);
  const origin = { device, batchId, storeEpoch, firstSeq, receivedAt: clock.now(), source };
  const readable = read.filter(isReadable);
  const { deviceId } = device;
  const keep = (keepAll: typeof keepTogether): Promise<Kept> =>
    store.write((tx) => keepAll(tx, origin, readable), { device: deviceId });
  // All that `write` does is one attempt already: another one within it is made only where that has failed.
  const kept = await keep(keepTogether).catch((error: unknown) => {
    if (isStoreTrouble(error) || isContention(error)) throw error;
    return keep(keepApart);
  });
  const { held } = kept;
  for (const touchpointId of new Set(kept.touchpoints)) events.publish('responses', touchpointId);
  if (kept.verdicts.some(({ verdict }) => verdict === 'quarantined' || verdict === 'conflict'))
    events.publish('inbox', '');
  const kinds = kept.verdicts.values();
  const verdicts = read.map((item) => (isReadable(item) ? (kinds.next().value as PushVerdict) : item));
  return { verdicts, held };
}
