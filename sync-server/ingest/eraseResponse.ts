import type { Clock } from '../../core/kernel/index.ts';
import { forgetAttachments, removeContents, type AttachmentStore } from '../attachments/index.ts';
import type { EventHub } from '../events/index.ts';
import { contributionsOf } from '../metrics/index.ts';
import { TENANT, type Store, type Tx } from '../store/index.ts';
import { countedResponses, forgetResponses } from './countedResponses.ts';
import { CounterChanges } from './counterChanges.ts';

interface ErasureParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventHub;
  readonly contents: AttachmentStore;
}

/**
 * Erases what a person said, in all its revisions: out of the inbox, the lists and the numbers, and for good (V7). Id, hash and place in
 * the device's chain stay, so that it is known again and nothing seems lost. False where the server holds no such response; erasing
 * again changes nothing.
 */
export async function eraseResponse(
  { store, clock, events, contents }: ErasureParts,
  responseId: string,
): Promise<boolean> {
  const erased = await store.write(async (tx) => {
    const touchpointId = await erase(tx, responseId, clock.now());
    return touchpointId && { touchpointId, hashes: await forgetAttachments(tx, responseId) };
  });
  if (erased === null || erased === '') return false;
  const { touchpointId, hashes } = erased;
  await removeContents(store, contents, hashes);
  events.publish('responses', touchpointId);
  return true;
}

async function erase(tx: Tx, responseId: string, now: number): Promise<string | null> {
  const held = await tx
    .selectFrom('inbox')
    .where('tenant_id', '=', TENANT)
    .where('response_id', '=', responseId)
    .select('device_touchpoint_id')
    .executeTakeFirst();
  if (held === undefined) return null;
  await tx
    .insertInto('tombstone')
    .values({ tenant_id: TENANT, response_id: responseId, erased_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const touchpointId = await takeBack(tx, responseId);
  await tx
    .deleteFrom('quarantine')
    .where('tenant_id', '=', TENANT)
    .where('response_id', '=', responseId)
    .execute();
  await tx
    .updateTable('inbox')
    .set({ payload: Buffer.alloc(0) })
    .where('tenant_id', '=', TENANT)
    .where('response_id', '=', responseId)
    .execute();
  return touchpointId ?? held.device_touchpoint_id;
}

/** The touchpoint whose numbers went down; null where the response did not count. */
async function takeBack(tx: Tx, responseId: string): Promise<string | null> {
  const counted = (await countedResponses(tx, [responseId])).get(responseId);
  if (counted === undefined) return null;
  const changes = new CounterChanges();
  changes.add(counted, contributionsOf(counted.response, counted.questions), -1);
  await forgetResponses(tx, [responseId]);
  await changes.write(tx);
  return counted.response.touchpointId;
}
